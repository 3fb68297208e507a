#!/bin/bash -ex
set -o errexit
set -o nounset
exec > /var/log/user-data.log 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
APP_DIR="/srv/shop/ecommerce-app-v1"
BASE="/srv/shop"
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
TOOLS=/root/.local/share/pnpm
{
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
[ -f "./ecommerce-app-v1.zip" ] || aws s3 cp "${S3_URI}" "./ecommerce-app-v1.zip"
unzip -o "./ecommerce-app-v1.zip" -d "/srv/shop"
rm -f /tmp/app.zip || true
cd "${BASE}/ecommerce-app-v1"
cat <<EOF > "${APP_DIR}/.env"
NODE_ENV=production
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
PORT=3000
EOF
for step in install build; do
later() {
  $TOOLS/pnpm "$step"
}
done
${TOOLS}/pm2 delete all || true
${TOOLS}/pm2 describe shop > /dev/null && ${TOOLS}/pm2 restart shop || ${TOOLS}/pm2 start npm --name shop -- start
echo done
exit 0
} 2>&1 | tee -a /var/log/deploy.log
