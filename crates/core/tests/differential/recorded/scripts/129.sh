#!/bin/bash -ex
set -eu
# exec 3>&1 >/var/log/a.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
printf -v KEY '%s' 'ec-site-tenarai-sample/ecommerce-app-v1.zip'
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
whoami
hostnamectl set-hostname shop
prepare() {
install -d /home/ec2-user
cd /home/ec2-user || exit 1
}
fetch() {
aws \
  s3 cp \
  s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip \
  ecommerce-app-v1.zip
}
unpack() {
unzip -o ecommerce-app-v1.zip -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 /home/ec2-user
}
configure() {
cd ecommerce-app-v1/
}
enter() {
( /root/.local/share/pnpm/pnpm install; /root/.local/share/pnpm/pnpm build )
}
build() {
printf "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf\n" > /home/ec2-user/ecommerce-app-v1/.env
}
start() {
/root/.local/share/pnpm/pm2 delete all || true
/root/.local/share/pnpm/pm2 start
}
prepare
fetch
unpack
configure
enter
build
start
