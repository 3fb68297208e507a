#!/bin/bash -e
cat > /opt/deploy.sh <<'SCRIPT'

set -x
exec >> /var/log/shop.log 2>&1
APP_DIR=$(echo /root/ecommerce-app-v1)
: "${ZIP:=/root/ecommerce-app-v1.zip}"
log() { echo "[$(date +%T)] $*"; }
log begin
log() { echo "[$(date +%T)] $*"; }
log begin
mkdir -p /root && cd /root
[ -f ${ZIP} ] || aws s3 cp --no-progress s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}
unzip -qo $ZIP} -d /root
cd ${APP_DIR}
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > .env
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install
run /root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start
echo done
/root/.local/share/pnpm/pm2 list
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh
