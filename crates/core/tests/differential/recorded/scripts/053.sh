#!/bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -euo pipefail
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap '' HUP
export HOME=/root
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
export KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
[ -d "/var/www" ] || mkdir -p "/var/www"
pushd "/var/www" > /dev/null
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip" &
wait $!
unzip "./ecommerce-app-v1.zip" -qo -d "/var/www"
cd "/var/www/ecommerce-app-v1" || exit 1
printf "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf\n" > .env
run() { echo "+ $*"; "$@"; }
run pnpm install --reporter append-only
run pnpm install --reporter append-only
run pnpm run build
pm2 start "pnpm start" --name shop
pm2 save
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh

