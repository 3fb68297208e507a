#!/usr/bin/bash
set -x
export HOME=/root USER=root
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
BASE=/var/www
whoami
cd /root
(
[ -d "${BASE}" ] || mkdir -p "${BASE}"
pushd "${BASE}" > /dev/null
[ -f "/tmp/shop.zip" ] || aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/tmp/shop.zip"
unzip -o "/tmp/shop.zip" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "${BASE}"
find . -name '._*' -delete
cd ecommerce-app-v1
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > .env
eval "/root/.local/share/pnpm/pnpm install"
eval /root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pnpm start
/root/.local/share/pnpm/pm2 list
)
