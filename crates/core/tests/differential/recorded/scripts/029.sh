#!/bin/sh
sudo -i bash <<'SCRIPT'
exec > >(tee /var/log/user-data.log) 2>&1
trap '' HUP
# export HOME=/root
export SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
export APP_DIR="/root/ecommerce-app-v1"
# export ZIP="/root/ecommerce-app-v1.zip"
export TOOLS="/root/.local/share/pnpm/bin"
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws \
  s3 cp \
  "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" \
  "${APP_DIR:-/root/ecommerce-app-v1}.zip"
unzip -o "${ZIP}" -d "/root"
printf 'AURORA_SECRET_ARN=%s\n' "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > "${APP_DIR}/.env"
cd ecommerce*/
cmd=""$TOOLS"/pnpm install --prod=false"
$cmd
"$TOOLS"/pnpm build
${TOOLS}/pm2 delete all || true
setsid /root/.local/share/pnpm/bin/pnpm start >/dev/null 2>&1 < /dev/null &
echo done
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
