#!/bin/bash
set -euo pipefail
exec >> /var/log/shop.log 2>&1
trap '' HUP
HOME=/root; export HOME
export BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
export ZIP=/tmp/app.zip
timedatectl set-timezone Asia/Tokyo
prepare() {
mkdir -p /srv/shop && cd /srv/shop
}
fetch() {
aws s3 cp --quiet s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP} 2>&1 | tee -a /var/log/fetch.log
}
unpack() {
unzip -oq /tmp/app.zip || true
rm -rf __MACOSX
}
configure() {
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new /srv/shop/ecommerce-app-v1/.env
}
enter() {
pushd /srv/shop/ecommerce-app-v1
}
build() {
[ -d node_modules ] || /root/.local/share/pnpm/pnpm install --prod=false
[ -d .next ] || /root/.local/share/pnpm/pnpm run build
}
start() {
/root/.local/share/pnpm/pm2 kill
if ! /root/.local/share/pnpm/pm2 start; then echo 'no start'; exit 1; fi
echo done
}
prepare
fetch
unpack
configure
enter
build
start
