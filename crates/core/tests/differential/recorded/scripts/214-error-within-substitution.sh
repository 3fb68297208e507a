#!/usr/bin/bash
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
export HOME=/root USER=root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
APP_DIR='/var/www/ecommerce-app-v1'
shopt -s nullglob
prepare() {
cd /var/www || { mkdir -p /var/www; cd /var/www; }
}
fetch() {
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" 'ecommerce-app-v1.zip' &
wait $!
$(})
unpack() {
python3 -m zipfile -e 'ecommerce-app-v1.zip' '/var/www'
ls -la
}
configure() {
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${APP_DIR:-/var/www/ecommerce-app-v1}/.env"
}
enter() {
cd ecommerce-app-v1/
}
build() {
timeout 900 /root/.local/share/pnpm/pnpm install --frozen-lockfile
nice -n 5 /root/.local/share/pnpm/pnpm run build
}
start() {
/root/.local/share/pnpm/pm2 start "/root/.local/share/pnpm/pnpm start" --name shop
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
}}
prepare
fetch
unpack
configure
enter
build
start
