#!/bin/bash
set -ex
exec &> /var/log/setup.log
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root USER=root
export PNPM_HOME="/root/.local/share/pnpm/bin"
export PATH="$PNPM_HOME:$PATH"
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare ZIP=/tmp/app.zip
declare BASE="/tmp/work"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
echo "begin: $(date)"
[ "$(id -u)" -eq 0 ] || exit 1
test -d /tmp/work || mkdir -p /tmp/work; cd /tmp/work
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "${ZIP}" > /dev/null
unzip -o "${ZIP}" -d "${BASE:-/tmp/work}"
cd ecommerce-app-v1/
echo "AURORA_SECRET_ARN=${SECRET_ARN}" | sudo tee "${BASE}/ecommerce-app-v1/.env" > /dev/null
step() {
  case "$1" in
    install) pnpm install ;;
    build) pnpm run build ;;
    *) return 1 ;;
  esac
}
step install
step build
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/tmp/work/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm/bin:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/bin/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
