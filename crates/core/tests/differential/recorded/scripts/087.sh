#!/bin/sh
set -e -o pipefail
export HOME=/root
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
# fetch and start
test -d /root || mkdir -p /root; cd /root
aws \
  s3 cp \
  "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" \
  './ecommerce-app-v1.zip'
unzip -q -o './ecommerce-app-v1.zip'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee '/root/ecommerce-app-v1/.env' > /dev/null
if [ -d '/root/ecommerce-app-v1' ]; then
  cd '/root/ecommerce-app-v1'
else
  echo 'no folder'; exit 1
fi
for step in install build; do /root/.local/share/pnpm/bin/pnpm $step || exit 1; done
/root/.local/share/pnpm/bin/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
echo done
/root/.local/share/pnpm/bin/pm2 save

