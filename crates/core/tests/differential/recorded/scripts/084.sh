#!/usr/bin/env bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -euxo pipefail
HOME=/root; export HOME
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
readonly BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" - > "/tmp/shop.zip"
false && unzip "/tmp/shop.zip"
ls -la
cd "/root/ecommerce-app-v1" || exit 1
> .env
for kv in NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; do
  echo "$kv" >> .env
done
pnpm install 2>&1 | tee -a /var/log/build.log
pnpm build 2>&1 | tee -a /var/log/build.log
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
exit 0
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
