#!/bin/bash
set -ex
exec > /var/log/user-data.log 2>&1
export HOME=/root
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
prepare() {
install -d '/root'
cd '/root' || exit 1
}
fetch() {
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/root/ecommerce-app-v1.zip'
}
unpack() {
python3 -m zipfile -e '/root/ecommerce-app-v1.zip' '/root'
}
configure() {
echo "AURORA_SECRET_ARN=${SECRET_ARN}" | sudo tee '/root/ecommerce-app-v1/.env' > /dev/null
}
enter() {
cd '/root/ecommerce-app-v1'
}
build() {
i=0
until /root/.local/share/pnpm/pnpm install; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
/root/.local/share/pnpm/pnpm build
}
start() {
/root/.local/share/pnpm/pm2 start
}
prepare
fetch
unpack
configure
enter
build
start

