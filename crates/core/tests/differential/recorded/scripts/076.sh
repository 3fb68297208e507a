#!/bin/bash
# su - root <<'SCRIPT'
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
source ~/.bashrc
printf -v APP_DIR '%s' '/root/ecommerce-app-v1'
: "${ZIP:=/tmp/shop.zip}"
BASE="/root"
log() { echo "[$(date +%T)] $*"; }
log begin
mkdir -p '/root'
cd '/root'
aws s3 cp --only-show-errors 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"
unzip -qo '/tmp/shop.zip' -d '/root'
find . -name '._*' -delete
cd "${APP_DIR}"
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf "${APP_DIR}/.env" >
if pnpm i; then
  pnpm run build
else
  exit 1
fi
pm2 delete all || true
pm2 start pnpm --name shop -- start
echo done
pm2 save
SCRIPT
