#!/usr/bin/bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -euxo pipefail
exec &> /var/log/setup.log
trap 'echo failed in line $LINENO' ERR
export HOME=/root
export PATH=~/.local/share/pnpm:/usr/local/bin:/usr/bin:/bin
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
APP_DIR=/tmp/work/ecommerce-app-v1
ZIP=/tmp/shop.zip
BASE='/tmp/work'
mkdir -p "${BASE}" && cd "${BASE}"
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${ZIP}"; then break; fi
  n=$((n+1))
  sleep 2
done
python3 -m zipfile -e "${ZIP}" '/tmp/work'
rm -f *.zip
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > "${BASE}/ecommerce-app-v1/.env"
if [ -d "${BASE}/ecommerce-app-v1" ]; then
  cd "${BASE}/ecommerce-app-v1"
else
  echo 'no folder'; exit 1
fi
pnpm install > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 pnpm build
pm2 delete all || true
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
