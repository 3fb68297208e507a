#!/bin/bash
set -ex
exec &> /var/log/setup.log
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
export PATH=~/.local/share/pnpm/bin:/usr/local/bin:/usr/bin:/bin
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r ZIP='/root/ecommerce-app-v1.zip'
prepare() {
cd /tmp/work || { mkdir -p /tmp/work; cd /tmp/work; }
}
fetch() {
curl -fsSL -o ${ZIP} "$(aws s3 presign s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY})"
}
unpack() {
[[ -s ${ZIP} ]] && unzip -o ${ZIP} -d /tmp/work
}
configure() {
cat <<'EOF' > /tmp/work/ecommerce-app-v1/.env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
}
enter() {
pushd /tmp/work/ecommerce-app-v1
}
build() {
eval "pnpm i"
eval pnpm build
}
start() {
pm2 start
exit 0
}
prepare
fetch
unpack
configure
enter
build
start

