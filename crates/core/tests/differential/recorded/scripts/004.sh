#!/bin/sh
set -euxo pipefail
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
printf -v SECRET_ARN '%s' 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
TOOLS="/root/.local/share/pnpm/bin"
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
main() {
cd /root || { mkdir -p /root; cd /root; }
aws s3 cp --only-show-errors "${S3_URI}" "/tmp/shop.zip" &
wait $!
yes | unzip "/tmp/shop.zip"
rm -f *.zip
  printf '%s=%s\n' AURORA_SECRET_ARN "${SECRET_ARN}" PORT 3000 > "/root/ecommerce-app-v1/.env"
cd "/root/ecommerce-app-v1"
( $TOOLS/pnpm install --frozen-lockfile; $TOOLS/pnpm build )
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Serice]
User=root
WorkingDirectory=/root/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm/bin:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/bin/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
$TOOLS/pm2 startup systemd -u root --hp /root
}
main "$@"

