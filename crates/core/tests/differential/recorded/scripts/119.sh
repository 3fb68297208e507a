#!/bin/bash -xeu
set -e
trap '' HUP
export HOME=/root USER=root
export PATH="$PATH:/root/.local/share/pnpm"
declare -r BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
declare -r KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
mkdir -p /tmp/work && cd "$_"
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip" 2>&1 | tee -a /var/log/fetch.log
unzip -oq "ecommerce-app-v1.zip" || true
cd "$(ls -d */ | grep ecommerce | head -n 1)"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | tee .env
pnpm i > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 pnpm run build
pm2 kill
pm2 startup systemd -u root --hp /root
