#!/usr/bin/bash
bash -s <<'SCRIPT'
ExecStart=/root/.local/share/pnpm/pnpm start
set -e
exec > >(tee /var/log/user-data.log) 2>&1
HOME=/root; export HOME
ulimit -n 512
mkdir -p /tmp/work && cd "$_"
aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /root/ecommerce-app-v1.zip
unzip -o /root/ecommerce-app-v1.zip -d /tmp/work
rm -f *.zip
pushd /tmp/work/ecommerce-app-v1
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/work/ecommerce-app-v1/.env
if /root/.local/share/pnpm/pnpm i; then
  /root/.local/share/pnpm/pnpm build
rm -rf /root/ecommerce-app-v1
else
  exit 1
fi
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/tmp/work/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm:/usr/bin:/bin
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
SCRIPT
