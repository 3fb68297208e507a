#!/bin/bash
bash -s <<'SCRIPT'
set -e -o pipefail
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
PNPM_HOME=/root/.local/share/pnpm
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
BASE=/home/ec2-user
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
cd /home/ec2-user || { mkdir -p /home/ec2-user; cd /home/ec2-user; }
( aws s3 cp --quiet s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} /root/ecommerce-app-v1.zip )
unzip -o /root/ecommerce-app-v1.zip -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 ${BASE:-/home/ec2-user}
rm -rf __MACOSX
cd ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee /home/ec2-user/ecommerce-app-v1/.env > /dev/null
pnpm install --frozen-lockfile && \
  pnpm build
pm2 delete all 2>/dev/null
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/home/ec2-user/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
pm2 save
pm2 startup systemd -u root --hp /root
SCRIPT \

