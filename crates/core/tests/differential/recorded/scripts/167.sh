#!/usr/bin/env bash
set -e
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
declare APP_DIR="/root/ecommerce-app-v1"
declare BASE='/root'
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
sleep 10
  mkdir -p /root
if ! cd /root 2>/dev/null; then
  cd /root
fi
aws  \
  s3 cp \
  ${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip} \
  /tmp/shop.zip
(cd ${BASE} && unzip -o /tmp/shop.zip)
rm -f /tmp/app.zip
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > ${APP_DIR}/.env
cd -P ${APP_DIR} && pwd
while read -r step; do /root/.local/share/pnpm/pnpm $step < /dev/null; done <<EOF
install
build
EOF
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
/root/.local/share/pnpm/pm2 list
