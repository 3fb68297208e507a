#!/bin/bash -ex
sudo -i bash <<'SCRIPT'
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap '' HUP
export BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
whoami
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
aws \
  s3 cp \
  s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip \
  /tmp/app.zip
unzip -o /tmp/app.zip -d /srv/shop
cd ecommerce*/
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
steps=(install build)
for step in "${steps[@]}"; do /root/.local/share/pnpm/pnpm run $step 2>/dev/null || /root/.local/share/pnpm/pnpm $step; done
nohup /root/.local/share/pnpm/pnpm start > /var/log/shop.log 2>&1 &
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
SCRIPT