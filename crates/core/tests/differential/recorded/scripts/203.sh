#!/bin/bash
set -eu
exec 3>&1 >/var/log/a.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root USER=root
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
mkdir -p /var/log/shop
cd /var/www || { mkdir -p /var/www; cd /var/www; }
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --no-progress "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" '/tmp/shop.zip'; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -o '/tmp/shop.zip' > /dev/null 2>&1
rm -rf __MACOSX
lines=(NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf')
printf '%s\n' "${lines[@]}" > '/var/www/ecommerce-app-v1/.env'
pushd '/var/www/ecommerce-app-v1'
{ pnpm install --prod=false && pnpm build; } || { echo 'build failed'; exit 1; }
pm2 delete all 2>/dev/null
pnpm start &
pm2 list

