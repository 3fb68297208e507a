#!/bin/bash -xeu
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root USER=root
export KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
export SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
export APP_DIR="/root/ecommerce-app-v1"
export ZIP='/root/ecommerce-app-v1.zip'
log() { echo "[$(date +%T)] $*"; }
log begin
{
install -d "/root"
cd "/root" || exit 1
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "${ZIP}" > /dev/null
unzip -qo "${ZIP}" -d "/root"
rm -rf __MACOSX
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > "${APP_DIR}/.env"
cd ecommerce*/
{ /root/.local/share/pnpm/pnpm i && /root/.local/share/pnpm/pnpm build; } || { echo 'build failed'; exit 1; }
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pm2 start
} 2>&1 | tee -a /var/log/deploy.log
