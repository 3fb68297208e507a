#!/bin/bash -e
set -e
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root
. /root/.bash_profile
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare APP_DIR=/root/ecommerce-app-v1
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
(
cd /root || { mkdir -p /root; cd /root; }
aws s3 cp "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}" - > "${APP_DIR}.zip"
unzip -o "${APP_DIR:-/root/ecommerce-app-v1}.zip" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/root"/
cd "${APP_DIR}"
pnpm install && \
  pnpm run build
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new .env
pm2 start /root/ecommerce-app-v1/ecosystem.config.js
pm2 list
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
)