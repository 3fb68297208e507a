#!/bin/bash
su - root <<'SCRIPT'
set -euo pipefail
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
export HOME=/root
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export APP_DIR="/root/ecommerce-app-v1"
export ZIP="/tmp/app.zip"
export BASE="/root"
export S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
log() { echo "[$(date +%T)] $*"; }
log begin
command -v unzip >/dev/null || dnf install -y unzip
install -d /root
cd /root || exit 1
curl -fsSL -o ${ZIP} "$(aws s3 presign ${S3_URI})"
unzip -o ${ZIP} -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 ${BASE}
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > ${BASE}/ecommerce-app-v1/.env
cd ${APP_DIR} || exit 1
/root/.local/share/pnpm/bin/pnpm install --reporter append-only 2>&1 | tee -a /var/log/build.log
/root/.local/share/pnpm/bin/pnpm run build 2>&1 | tee -a /var/log/build.log
/root/.local/share/pnpm/bin/pm2 delete all || true
/root/.local/share/pnpm/bin/pm2 startOrRestart ecosystem.config.js
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT

