#!/bin/bash
set -euxo pipefail
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
source ~/.bashrc
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
APP_DIR=/home/ec2-user/ecommerce-app-v1
BASE=/home/ec2-user
swapon --show
cd /root
mkdir -p "${BASE}" | tee -a /var/log/x.log
cd "${BASE}"
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" '/root/ecommerce-app-v1.zip' &
wait $!
yes | unzip '/root/ecommerce-app-v1.zip'
ls -la
if [ -d "${BASE}/ecommerce-app-v1" ]; then
  cd "${BASE}/ecommerce-app-v1"
else
  echo 'no folder'; exit 1
fi
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "${BASE:-/home/ec2-user}/ecommerce-app-v1/.env"
pnpm install
pnpm build
pm2 delete all || true
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/home/ec2-user/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm/bin:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/bin/pnpm start
Restart=always
[Install] \
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
pm2 startup systemd -u root --hp /root
pm2 list

