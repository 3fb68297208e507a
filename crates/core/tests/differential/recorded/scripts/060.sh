#!/bin/bash -e
set -euo pipefail
export HOME=/root USER=root
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare APP_DIR="/tmp/work/ecommerce-app-v1"
declare ZIP="/tmp/app.zip"
declare BASE='/tmp/work'
mkdir -p /var/log/shop
dnf update -y
(
install -d "${BASE:-/tmp/work}"
cd "${BASE:-/tmp/work}" || exit 1
if ! aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}"; then
  echo failed
  exit 1
fi
unzip -qo '/tmp/app.zip' -d "${BASE}"
cd "${BASE}/ecommerce-app-v1"
echo 'AURORA_SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"' > .env
timeout 900 /root/.local/share/pnpm/bin/pnpm install --reporter append-only
nice -n 5 /root/.local/share/pnpm/bin/pnpm run build
/root/.local/share/pnpm/bin/pm2 start "/root/.local/share/pnpm/bin/pnpm start" --name shop
)
