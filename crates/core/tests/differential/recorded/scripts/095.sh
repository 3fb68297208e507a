#!/bin/sh
set -e -o pipefail
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
readonly KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
readonly SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
readonly APP_DIR="/srv/shop/ecommerce-app-v1"
readonly BASE="/srv/shop"
cd /root
(
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
aws \
  s3 cp \
  "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" \
  "./ecommerce-app-v1.zip"
[[ -s "./ecommerce-app-v1.zip" ]] && unzip -o "./ecommerce-app-v1.zip" -d "${BASE:-/srv/shop}"
find . -name '._*' -delete
write_env() {
cd "${BASE}/ecommerce-app-v1" || exit 1
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env "${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" .env
cmd="pnpm install"
$cmd
pnpm run build
pm2 delete all || true
pnpm sttart
)
