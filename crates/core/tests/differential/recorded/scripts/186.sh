#!/bin/bash -ex
set -o errexit
set -o nounset
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap '' HUP
export HOME=/root
declare BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
declare APP_DIR="/root/ecommerce-app-v1"
declare ZIP="/tmp/app.zip"
declare BASE=/root
timedatectl set-timezone Asia/Tokyo
if [ ! -f /var/lib/shop.done ]; then
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${ZIP}"; then break; fi
  n=$((n+1))
  sleep 2
done
python3 -m zipfile -e '/tmp/app.zip' "${BASE}"
rm -rf __MACOSX
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env "${SECRET_ARN}" "${BASE}/ecommerce-app-v1/.env"
cd "${BASE}/ecommerce-app-v1"
{ "$TOOLS"/pnpm install && "$TOOLS"/pnpm build; } || { echo 'build failed'; exit 1; }
$TOOLS/pm2 delete all || true
$TOOLS/pm2 start ecosystem.config.js
$TOOLS/pm2 list
$TOOLS/pm2 save
touch /var/lib/shop.done
fi
