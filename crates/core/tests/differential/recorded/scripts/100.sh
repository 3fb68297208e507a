#! /bin/bash
set -eu
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
APP_DIR=/srv/shop/ecommerce-app-v1
ZIP='/tmp/app.zip'
TOOLS=$(echo /root/.local/share/pnpm)
$(shopt -s nullglob)
install -d /srv/shop
cd /srv/shop || exit 1
for i in 1 2 3; do
  aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/app.zip && break
  sleep 5
done
unzip -o ${ZIP} -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 /srv/shop
rm -f /tmp/app.zip \
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new /srv/shop/ecommerce-app-v1/.env
cd /srv/shop/ecommerce-app-v1
if $TOOLS/pnpm install --frozen-lockfile; then
  $TOOLS/pnpm build
else
  exit 1
fi
${TOOLS}/pm2 startOrRestart ecosystem.config.js
${TOOLS}/pm2 list
${TOOLS}/pm2 save
