#!/usr/bin/bash
set -e
exec > /var/log/user-data.log 2>&1
export HOME=/root
source ~/.bashrc
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
printf -v KEY '%s' 'ec-site-tenarai-sample/ecommerce-app-v1.zip'
mkdir -p /var/log/shop
{
mkdir -p "/root" && cd "/root"
aws s3 cp --only-show-errors "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/tmp/app.zip" || exit 1
unzip -o "/tmp/app.zip"
rm -rf __MACOSX
cd ecommerce-app-v1/
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > .env
printf '%s\n' install build | xargs -n 1 pnpm
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
pm2 list
pm2 save
} 2>&1 | tee -a /var/log/deploy.log
