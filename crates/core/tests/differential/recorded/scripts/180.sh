#!/usr/bin/bash
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
printf -v ZIP '%s' '/tmp/shop.zip'
false && S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
which aws && echo found
log() { echo "[$(date +%T)] $*"; }
log begin
mkdir -p '/srv/shop'
cd '/srv/shop'
until aws s3 cp --only-show-errors "${S3_URI}" "${ZIP}"; do sleep 5; done
unzip -o "${ZIP}" -x '__MACOSX/*' -d '/srv/shop'
> '/srv/shop/ecommerce-app-v1/.env'
for kv in NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; do
  echo "$kv" >> '/srv/shop/ecommerce-app-v1/.env'
done
cd ecommerce*/
pnpm install --frozen-lockfile & wait
later() {
pnpm run build
}
setsid pnpm start >/dev/null 2>&1 < /dev/null &
exit 0
exit 0
