#!/bin/bash
set -e
exec >> /var/log/shop.log 2>&1
export HOME=/root
export PATH="$PATH:/root/.local/share/pnpm"
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export ZIP="/tmp/shop.zip"
export S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
shopt -s nullglob
[ -d /root ] || mkdir -p /root
pushd /root > /dev/null
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}; then break; fi
  n=$((n+1))
  sleep 2
done
python3 -m zipfile -e ${ZIP} /root
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new /root/ecommerce-app-v1/.env
cd ecommerce-app-v1
pnpm install --frozen-lockfile
pnpm build
pm2 startOrRestart ecosystem.config.js
echo done

