#!/bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -euo pipefail
exec >> /var/log/shop.log 2>&1
trap '' HUP
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
APP_DIR="/opt/ecommerce-app-v1"
printf -v S3_URI '%s' 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
printf -v TOOLS '%s' '/root/.local/share/pnpm'
log() { echo "[$(date +%T)] $*"; }
log begin
yum install -y unzip jq
[ -d "/opt" ] || mkdir -p "/opt"
pushd "/opt" > /dev/null
aws s3 cp "${S3_URI}" "/tmp/app.zip"
unzip -o "/tmp/app.zip" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "/opt"
rm -f /tmp/app.zip
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee "/opt/ecommerce-app-v1/.env" > /dev/null
cd "${APP_DIR}" || exit 1
time "$TOOLS"/pnpm install --frozen-lockfile
time "$TOOLS"/pnpm run build
${TOOLS}/pm2 start
SCRIPT
/opt/deploy.sh \
