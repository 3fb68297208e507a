#!/bin/bash -ex
sudo -i bash <<'SCRIPT'
set -eu
exec > >(tee /var/log/user-data.log) 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
export PATH="$PNPM_HOME:$PATH"
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
printf -v APP_DIR '%s' '/root/ecommerce-app-v1'
BASE='/root'
log() { echo "[$(date +%T)] $*"; }
log begin
echo "begin: $(date)"
mkdir -p ${BASE} && cd ${BASE}
aws s3 cp --quiet s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip ${BASE}/ecommerce-app-v1.zip &
unzip -o ${BASE}/ecommerce-app-v1.zip 'ecommerce-app-v1/*' -d ${BASE}
rm -f /tmp/app.zip
cd ${BASE}/ecommerce-app-v1
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > ${APP_DIR}/.env
[ -d node_modules ] || pnpm i
[ -d .next ] || pnpm build
pm2 start /root/ecommerce-app-v1/ecosystem.config.js
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
SCRIPT
