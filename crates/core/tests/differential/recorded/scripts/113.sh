#!/usr/bin/bash
set -ex
exec > >(tee /var/log/user-data.log) 2>&1
trap '' HUP
export HOME=/root
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
printf -v APP_DIR '%s' '/srv/shop/ecommerce-app-v1'
BASE='/srv/shop'
[ "$(id -u)" -eq 0 ] || exit 1
if [ ! -f /var/lib/shop.done ]; then
if ! cd /srv/shop 2>/dev/null; then
  mkdir -p /srv/shop
  cd /srv/shop
fi
curl -fsSL -o ecommerce-app-v1.zip "$(aws s3 presign s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip)"
unzip -o ecommerce-app-v1.zip -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 ${BASE}
find . -name '._*' -delete
cd ecommerce-app-v1/
steps=(install build)
for step in "${steps[@]}"; do pnpm run $step 2>/dev/null || pnpm $step; done
touch ${APP_DIR}/.env
chmod 600 ${APP_DIR}/.env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> ${APP_DIR}/.env
cat > start.sh <<'S'
#!/bin/bash
cd /srv/shop/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh
touch /var/lib/shop.done
fi

