#!/bin/sh
set -x
exec >> /var/log/shop.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root USER=root
export PATH=~/.local/share/pnpm:/usr/local/bin:/usr/bin:/bin
prepare() {
mkdir -p '/srv/shop'
cd '/srv/shop'
}
fetch() {
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --region us-east-1 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/root/ecommerce-app-v1.zip'
}
unpack() {
yes | unzip '/root/ecommerce-app-v1.zip'
}
configure() {
install -m 600 /dev/null '/srv/shop/ecommerce-app-v1/.env'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > '/srv/shop/ecommerce-app-v1/.env'
}
enter() {
pushd '/srv/shop/ecommerce-app-v1'
}
build() {
eval "pnpm install --frozen-lockfile"
eval pnpm run build
}
start() {
pm2 start npm --name shop -- start
pm2 save
echo done
}
prepare
fetch
unpack
configure
enter
build
start