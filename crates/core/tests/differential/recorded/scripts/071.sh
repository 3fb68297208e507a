#!/bin/bash
set -e
exec > >(tee /var/log/user-data.log) 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
export PNPM_HOME="/root/.local/share/pnpm/bin"
export PATH="$PNPM_HOME:$PATH"
declare KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare ZIP="ecommerce-app-v1.zip"
declare BASE='/tmp/work'
yum install -y unzip jq
mkdir -p /var/log/shop
install -d "${BASE}"
cd "${BASE}" || exit 1
aws \
  s3 cp \
  "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" \
  "ecommerce-app-v1.zip"
unzip -o "${ZIP:-ecommerce-app-v1.zip}" > /dev/null 2>&1
cd "$(ls -d */ | grep ecommerce | head -n 1)"
eval "pnpm install --reporter append-only"
eval pnpm build
install -m 600 /dev/null .env
echo "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" > .env
pm2 delete all 2>/dev/null
nohup pnpm start > /var/log/shop.log 2>&1 &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
echo done