#!/bin/bash
set -e -o pipefail
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
APP_DIR="/var/www/ecommerce-app-v1"
ZIP='/tmp/app.zip'
: "${BASE:=/var/www}"
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
main() {
[ -d "/var/www" ] || mkdir -p "/var/www"
pushd "/var/www" > /dev/null
aws s3 cp --only-show-errors "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}"
unzip ${ZIP}"
rm -rf __MACOSX
pushd "${BASE}/ecommerce-app-v1"
install -m 600 /dev/null .env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
sudo -u ec2-user /root/.local/share/pnpm/bin/pnpm i || exit 1
/root/.local/share/pnpm/bin/pnpm build || exit 1
nohup /root/.local/share/pnpm/bin/pnpm start > /var/log/shop.log 2>&1 &
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
main "$@"
