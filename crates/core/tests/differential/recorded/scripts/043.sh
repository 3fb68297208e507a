#!/bin/bash -e
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
source ~/.bashrc
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
which aws && echo found
install -d /root
cd /root || exit 1
aws s3 cp ${S3_URI} ecommerce-app-v1.zip || exit 1
(cd /root && unzip -o ecommerce-app-v1.zip)
rm -f *.zip
cd -P /root/ecommerce-app-v1 && pwd
printf "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf\n" > /root/ecommerce-app-v1/.env
i=0
until pnpm i; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm build
cat > /etc/systemd/system/shop.service <<UNIT
[Unit]
After=network.target
[Service]
User=root
WorkingDirectory=/root/ecommerce-app-v1
Environment=PATH=/root/.local/share/pnpm/bin:/usr/bin:/bin
ExecStart=/root/.local/share/pnpm/bin/pnpm start
Restart=always
[Install]
WantedBy=multi-user.target
UNIT
systemctl daemon-reload
systemctl enable --now shop; cd /root
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
echo done
