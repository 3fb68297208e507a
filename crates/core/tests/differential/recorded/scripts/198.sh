#!/bin/bash -xeu
set -e
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r APP_DIR="/var/www/ecommerce-app-v1"
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
(
install -d '/var/www'
cd '/var/www' || exit 1
until aws s3 cp --no-progress "${S3_URI}" '/tmp/shop.zip'; do sleep 5; done
unzip -o '/tmp/shop.zip' 'ecommerce-app-v1/*' -d '/var/www'
rm -rf __MACOSX
cd "${APP_DIR}"
for step in install build; do pnpm $step || exit 1; done
printf '%s=%s\n' AURORA_SECRET_ARN "${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" PORT 3000 > .env
pm2 start
echo done
)
