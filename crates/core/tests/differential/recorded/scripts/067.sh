#!/bin/bash -e
set -x
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
APP_DIR=/srv/shop/ecommerce-app-v1
ZIP="/root/ecommerce-app-v1.zip"
BASE=$(echo /srv/shop)
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
hostnamectl set-hostname shop
timedatectl set-timezone Asia/Tokyo
mkdir -p "${BASE}"
cd "${BASE}"
aws \
  s3 cp \
  "s3://${BUCKET:-tenarai-blueprint-sample-code-983911888049-us-east-1}/ec-site-tenarai-sample/ecommerce-app-v1.zip" \
  "/root/ecommerce-app-v1.zip"
unzip -q -o "/root/ecommerce-app-v1.zip"
find . -name '._*' -delete
cd "${BASE}/ecommerce-app-v1"
grep -q AURORA "${BASE}/ecommerce-app-v1/.env" 2>/dev/null || echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "${BASE}/ecommerce-app-v1/.env"
/root/.local/share/pnpm/bin/pnpm install > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 /root/.local/share/pnpm/bin/pnpm build
/root/.local/share/pnpm/bin/pm2 start ecosystem.config.js
/root/.local/share/pnpm/bin/pm2 save
/root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
