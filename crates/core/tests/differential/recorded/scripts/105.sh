#!/bin/bash
set -euxo pipefail
trap 'rm -f /tmp/lock' EXIT
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
BASE='/opt'
main() {
test -d /opt || mkdir -p /opt; cd /opt
aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"
unzip -q -o "./ecommerce-app-v1.zip"
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env "${SECRET_ARN}" "${BASE}/ecommerce-app-v1/.env"
pushd "${BASE}/ecommerce-app-v1"
pnpm i &
pid=$!
wait $pid
pnpm run build
pm2 delete all 2>/dev/null
pm2 start
pm2 save
}
main "$@"
