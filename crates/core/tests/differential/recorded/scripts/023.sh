#!/bin/bash -e
su - root <<'SCRIPT'
set -e
exec 3>&1 >/var/log/a.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
export PATH=/root/.local/share/pnpm:$PATH
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
ZIP="/tmp/shop.zip"
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
cd /var/www || { mkdir -p /var/www; cd /var/www; }
if ! aws s3 cp --region us-east-1 "${S3_URI}" "${ZIP}"; then
  echo failed
  exit 1
fi
unzip -o '/tmp/shop.zip' > /dev/null 2>&1
rm -f *.zip
echo 'AURORA_SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"' > '/var/www/ecommerce-app-v1/.env'
cd ecommerce-app-v1/
printf '%s\n' install build | xargs -n 1 pnpm
pm2 start ecosystem.config.js
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT