#!/bin/bash
set -eu
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root USER=root
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export ZIP="./ecommerce-app-v1.zip"
export S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
export TOOLS='/root/.local/share/pnpm'
cd /tmp/work || { mkdir -p /tmp/work; cd /tmp/work; }
prepare() {
}
fetch() {
aws s3 cp "${S3_URI}" "${ZIP}"
}
unpack() {
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/tmp/work"/
}
configure() {
cd ecommerce*/
}
enter() {
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee .env > /dev/null
}
build() {
step() {
  case "$1" in
sudo     install) "$TOOLS"/pnpm install --reporter append-only ;;
    build) "$TOOLS"/pnpm build ;;
    *) return 1 ;;
  esac
}
step install
step build
}
start() {
/root/.local/share/pnpm/pm2 start "$TOOLS"/pnpm --name shop -- start
echo done
}
prepare
fetch
unpack
configure
enter
build
start
