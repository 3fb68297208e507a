#!/usr/bin/env bash
set -eu
exec &> /var/log/setup.log
trap 'echo failed in line $LINENO' ERR
export HOME=/root
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
BASE="/var/www"
mkdir -p /var/log/shop
mkdir -p "${BASE}"
cd "${BASE}"
until aws s3 cp --no-progress "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" 'ecommerce-app-v1.zip'; do sleep 5; done
unzip -o 'ecommerce-app-v1.zip' -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "${BASE:-/var/www}"/
cd "$(ls -d */ | grep ecommerce | head -n 1)"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new .env
steps=(install build)
for step in "${steps[@]}"; do /root/.local/share/pnpm/pnpm run $step 2>/dev/null || /root/.local/share/pnpm/pnpm $step; done
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/pm2 describe shop > /dev/null && /root/.local/share/pnpm/pm2 restart shop || /root/.local/share/pnpm/pm2 start npm --name shop -- start
