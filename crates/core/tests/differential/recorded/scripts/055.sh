#!/bin/sh
export APP_DIR="/srv/shop/ecommerce-app-v1"
exec > /var/log/user-data.log 2>&1
export BASE="/srv/shop"
TOOLS=/root/.local/share/pnpm export
[ -d /srv/shop ] || mkdir -p /srv/shop
pushd /srv/shop > /dev/null
until aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /root/ecommerce-app-v1.zip; do sleep 5; done
unzip -o /root/ecommerce-app-v1.zip -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 ${BASE}/
cd ${BASE}/ecommerce-app-v1 || exit 1
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > ${BASE}/ecommerce-app-v1/.env
steps=(install build)
for step in "${steps[@]}"; do $TOOLS/pnpm run $step 2>/dev/null || $TOOLS/pnpm $step; done
"$TOOLS"/pm2 start
"$TOOLS"/pm2 list
env PATH=$PATH:/usr/bin "$TOOLS"/pm2 startup systemd -u root --hp /root
