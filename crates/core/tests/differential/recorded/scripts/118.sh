#! /bin/bash
set -euo pipefail
exec >> /var/log/shop.log 2>&1
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
: "${TOOLS:=/root/.local/share/pnpm/bin}"
cd /root || { mkdir -p /root; cd /root; }
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --no-progress "${S3_URI}" "/tmp/shop.zip"
unzip -oq "/tmp/shop.zip" || true
rm -f /tmp/app.zip
cd ecommerce*/
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | tee .env
$TOOLS/pnpm i
$TOOLS/pnpm run build
$TOOLS/pm2 delete all 2>/dev/null
$TOOLS/pm2 save
$TOOLS/pm2 start
$TOOLS/pm2 save
