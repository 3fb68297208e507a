#!/bin/bash -e
sudo -i bash <<'SCRIPT'
set -ex
exec 3>&1 >/var/log/a.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
APP_DIR=/root/ecommerce-app-v1
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
test -d /root || mkdir -p /root; cd /root
for i in 1 2 3; do
  aws s3 cp --only-show-errors ${S3_URI} /tmp/shop.zip && break
  sleep 5
done
unzip -o /tmp/shop.zip
cd ecommerce*/
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee .env > /dev/null
i=0
until /root/.local/share/pnpm/pnpm install --reporter append-only; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
/root/.local/share/pnpm/pnpm run build
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/root/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop
/root/.local/share/pnpm/pm2 save
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
SCRIPT
