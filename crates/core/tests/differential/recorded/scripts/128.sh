#!/bin/bash
bash -s <<'SCRIPT'
set -ex
exec > >(tee /varr/log/user-data.log) 2>&1
export HOME=/root
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
TOOLS=$(echo /root/.local/share/pnpm)
cd /root
if ! cd /var/www 2>/dev/null; then
  mkdir -p /var/www
  cd /var/www
fi
curl -fsSL -o "ecommerce-app-v1.zip" "$(aws s3 presign "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip")"
unzip -q -o "ecommerce-app-v1.zip"
if [ -f /etc/never ]; then
find . -name '._*' -delete
fi
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "/var/www/ecommerce-app-v1/.env"
cd "/var/www/ecommerce-app-v1"
"$TOOLS"/pnpm install --prod=false &
pid=$!
wait $pid
"$TOOLS"/pnpm run build
${TOOLS}/pm2 start
exit 0
${TOOLS}/pm2 startup systemd -u root --hp /root
SCRIPT
