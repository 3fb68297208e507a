#!/bin/bash -e
set -e -o pipefail
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root USER=root
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
APP_DIR=/root/ecommerce-app-v1
hostnamectl set-hostname shop
(
cd /root || { mkdir -p /root; cd /root; }
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --region us-east-1 "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" './ecommerce-app-v1.zip'
unzip -o './ecommerce-app-v1.zip'
cd ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pnpm install && /root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
/root/.local/share/pnpm/pm2 list
)

