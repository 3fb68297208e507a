#!/bin/bash
set -euo pipefail
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
ZIP=$(echo /tmp/app.zip)
timedatectl set-timezone Asia/Tokyo
hostnamectl set-hostname shop
install -d /root
cd /root || exit 1
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} - > ${ZIP}
yes | unzip /tmp/app.zip
find . -name '._*' -delete
cd -P /root/ecommerce-app-v1 && pwd
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install
run /root/.local/share/pnpm/pnpm run build
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > /root/ecommerce-app-v1/.env
/root/.local/share/pnpm/pm2 startOrRestart ecosystem.config.js

