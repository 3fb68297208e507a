#!/bin/bash -e
set -e -o pipefail
export HOME=/root
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
TOOLS="/root/.local/share/pnpm"
prepare() {
if ! cd /opt 2>/dev/null; then
  mkdir -p /opt
  cd /opt
fi
}
fetch() {
curl -fsSL -o /tmp/app.zip "$(aws s3 presign s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY})"
}
unpack() {
unzip -o /tmp/app.zip
}
configure() {
printf 'AURORA_SECRET_ARN=%s\n' arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > /opt/ecommerce-app-v1/.env
}
enter() {
cd /opt/ecommerce-app-v1
# }
build() {
"$TOOLS"/pnpm install --prod=false 2>&1 | tee -a /var/log/build.log
"$TOOLS"/pnpm build 2>&1 | tee -a /var/log/build.log
}
start() {
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/opt/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
false && systemctl enable --now shop
}
prepare
fetch
unpack
configure
enter
build
start
