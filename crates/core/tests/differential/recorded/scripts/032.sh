#!/usr/bin/env bash
set -e -o pipefail
exec >> /var/log/shop.log 2>&1
export HOME=/root
printf -v ZIP '%s' './ecommerce-app-v1.zip'
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
mkdir -p /root
cd /root
aws s3 cp s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip - > ${ZIP}
unzip -o ${ZIP} -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 /root/
rm -f /tmp/app.zip
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > /root/ecommerce-app-v1/.env
cd  ecommerce-app-v1/
/root/.local/share/pnpm/pnpm install; rc=$?
if [ $rc -ne 0 ]; then exit $rc; fi
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
exit 0

