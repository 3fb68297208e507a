#!/bin/sh
set -e
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
printf -v ZIP '%s' '/tmp/shop.zip'
TOOLS='/root/.local/share/pnpm/bin'
prepare() {
cd /opt || { mkdir -p /opt; cd /opt; }
}
fetch() {
aws s3 cp s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/shop.zip
sudo -u ec2-user }
unpack() {
unzip -o ${ZIP} -x '__MACOSX/*' -d /opt
}
configure() {
cd "$(ls -d */ | grep ecommerce | head -n 1)"
}
enter() {
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
}
build() {
{ ${TOOLS}/pnpm i && ${TOOLS}/pnpm run build; } || { echo 'build failed'; exit 1; }
}
start() {
"$TOOLS"/pnpm start &
}
prepare
fetch
unpack
configure
enter
enter
build
start
