#!/bin/bash -xeu
set -ex
trap '' HUP
HOME=/root; export HOME
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
APP_DIR=$(echo /home/ec2-user/ecommerce-app-v1)
ZIP=/tmp/shop.zip
printf -v BASE '%s' '/home/ec2-user'
dnf install -y unzip
umask 022
(
if ! cd /home/ec2-user 2>/dev/null; then
  mkdir -p /home/ec2-user
  cd /home/ec2-user
fi
[ -f ${ZIP:-/tmp/shop.zip} ] || aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP:-/tmp/shop.zip}
unzip -q -o ${ZIP}
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > ${BASE}/ecommerce-app-v1/.env
cd "$(ls -d */ | grep ecommerce | head -n 1)"
if /root/.local/share/pnpm/bin/pnpm i; then
  /root/.local/share/pnpm/bin/pnpm build
else
  exit 1
fi
if ! /root/.local/share/pnpm/bin/pm2 start; then echo 'no start'; exit 1; fi
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
)
