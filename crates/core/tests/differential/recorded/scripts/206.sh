#!/bin/bash -xeu
set -o errexit
set -o nounset
exec &> /var/log/setup.log
export HOME=/root
KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
TOOLS='/root/.local/share/pnpm'
dnf update -y
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
aws s3 cp ${S3_URI} - > /root/ecommerce-app-v1.zip
unzip -o /root/ecommerce-app-v1.zip > /dev/null 2>&1
cd /srv/shop/ecommerce-app-v1 || exit 1
time ${TOOLS}/pnpm install
time ${TOOLS}/pnpm build
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > .env
"$TOOLS"/pnpm  start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
