#!/bin/sh
set -eu
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
APP_DIR=$(echo /tmp/work/ecommerce-app-v1)
TOOLS=/root/.local/share/pnpm
prepare() {
mkdir -p /tmp/work && cd "$_"
}
fetch() {
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" - > "/root/ecommerce-app-v1.zip"
}
unpack() {
(cd "/tmp/work" && unzip -o "/root/ecommerce-app-v1.zip")
ls -la
}
# configure() {
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new "${APP_DIR}/.env"
}
enter() {
cd ecommerce-app-v1/
}
build() {
time $TOOLS/pnpm install --reporter append-only
time $TOOLS/pnpm run build
}
start() {
"$TOOLS"/pm2 delete all || true
/root/.local/share/pnpm/pnpm start &
echo done
"$TOOLS"/pm2 list
}
prepare
fetch
unpack
configure
enter
build
start
