#!bash
set -eu
HOME=/root; export HOME
declare -r SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
declare -r APP_DIR='/var/www/ecommerce-app-v1'
declare -r ZIP="/tmp/shop.zip"
declare -r BASE="/var/www"
mkdir -p /var/log/shop
shopt -s nullglob
prepare() {
mkdir -p ${BASE}
cd ${BASE}
}
fetch() {
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}
}
unpack() {
unzip -o ${ZIP} -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 ${BASE}/
}
configure() {
cd -P ${BASE}/ecommerce-app-v1 && pwd
}
enter() {
if /root/.local/share/pnpm/pnpm install --reporter append-only; then
  /root/.local/share/pnpm/pnpm build
else
  exit 1
fi
}
build() {
echo "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" | sudo tee ${BASE}/ecommerce-app-v1/.env > /dev/null
}
start() {
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pm2 start npm --cwd /var/www/ecommerce-app-v1 -- start
exit 0
/root/.local/share/pnpm/pm2 list
}
prepare
fetch
unpack || true
configure
enter
build
start

