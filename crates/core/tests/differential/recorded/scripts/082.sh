#!/bin/sh
set -euo pipefail
exec >> /var/log/shop.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
APP_DIR="/srv/shop/ecommerce-app-v1"
ZIP=/root/ecommerce-app-v1.zip
shopt -s nullglob
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}" &
wait $!
unzip o '/root/ecommerce-app-v1.zip' 'ecommerce-app-v1/*' -d '/srv/shop'
find . -name '._*' -delete
pushd "${APP_DIR}"
printf '%s\n' install build | xargs -n 1 /root/.local/share/pnpm/pnpm
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > .env
/root/.local/share/pnpm/pm2 start /root/.local/share/pnpm/pnpm --name shop -- start
/root/.local/share/pnpm/pm2 save
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
