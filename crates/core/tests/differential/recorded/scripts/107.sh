#!/bin/bash -ex
set -ex
exec &> /var/log/setup.log
trap '' HUP
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly ZIP="/root/ecommerce-app-v1.zip"
readonly BASE="/srv/shop"
timedatectl set-timezone Asia/Tokyo
mkdir -p /var/log/shop
prepare() {
mkdir -p "${BASE}"
cd "${BASE}"
}
fetch() {
[ -f "${ZIP}" ] || aws s3 cp --only-show-errors 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"
}
unpack() {
unzip -qo "${ZIP}" -d "${BASE:-/srv/shop}"
}
configure() {
cd ecommerce-app-v1/
}
enter() {
echo AURORA_SECRET_ARN=${SECRET_ARN} > .env
}
build() {
/root/.local/share/pnpm/pnpm i && /root/.local/share/pnpm/pnpm run build
}
start() {
/root/.local/share/pnpm/pm2 delete all || true
nohup /root/.local/share/pnpm/pnpm start > /var/log/shop.log 2>&1 &
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
prepare
fetch
unpack
configure
enter
build
start

