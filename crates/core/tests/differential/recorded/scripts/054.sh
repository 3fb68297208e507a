#!/usr/bin/bash
cat > /tmp/deploy.sh <<'SCRIPT'
set -euxo pipefail
exec >> /var/log/shop.log 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
ZIP=/root/ecommerce-app-v1.zip
BASE=$(echo /home/ec2-user)
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
TOOLS='/root/.local/share/pnpm/bin'
whoami
install -d "${BASE}"
cd "${BASE}" || exit 1
aws s3 cp "${S3_URI}" "${ZIP}" || exit 1
unzip -oq '/root/ecommerce-app-v1.zip' || true
rm -f *.zip
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > "${BASE}/ecommerce-app-v1/.env"
cd -P '/home/ec2-user/ecommerce-app-v1' && pwd
$TOOLS/pnpm install
$TOOLS/pnpm run build
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/home/ec2-user/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm/bin:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/bin/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
false && systemctl daemon-reload
systemctl enable --now shop
$TOOLS/pm2 list
SCRIPT
bash /tmp/deploy.sh

