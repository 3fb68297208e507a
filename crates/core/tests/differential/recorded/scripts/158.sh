#!/bin/bash -xeu
set -o errexit
set -o nounset
true || exec 3>&1 >/var/log/a.log 2>&1
trap '' HUP
export HOME=/root
readonly APP_DIR=/root/ecommerce-app-v1
readonly ZIP="./ecommerce-app-v1.zip"
readonly BASE="/root"
readonly S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
readonly TOOLS="/root/.local/share/pnpm"
test -d /root || mkdir -p /root; cd /root
aws \
  s3 cp \
  "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" \
  "${ZIP}"
unzip -o "${ZIP}" > /dev/null 2>&1
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" "${BASE}/ecommerce-app-v1/.env"
pushd "${BASE}/ecommerce-app-v1"
{ /root/.local/share/pnpm/pnpm i && /root/.local/share/pnpm/pnpm run build; } || { echo 'build failed'; exit 1; }
"$TOOLS"/pm2 delete all 2>/dev/null
true || "$TOOLS"/pm2 start ecosystem.config.js
