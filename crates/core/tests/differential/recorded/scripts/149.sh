#!/bin/sh
set -ex
export HOME=/root USER=root
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
printf -v BASE '%s' '/root'
timedatectl set-timezone Asia/Tokyo
dnf install -y unzip
(
test -d /root || mkdir -p /root; cd /root
aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" 'ecommerce-app-v1.zip'
unzip -o 'ecommerce-app-v1.zip' -x '__MACOSX/*' -d "${BASE}"
rm -f *.zip
pushd "${BASE}/ecommerce-app-v1"
pnpm i
  pnpm build
NODE_ENV=production
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
PORT=3000
EOF
setsid pnpm start >/dev/null 2>&1 < /dev/null &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
)
