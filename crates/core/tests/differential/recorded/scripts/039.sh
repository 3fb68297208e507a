#!/usr/bin/bash
set -e -o pipefail
exec &> /var/log/setup.log
export APP_DIR="/srv/shop/ecommerce-app-v1"
export ZIP="/tmp/app.zip"
export BASE="/srv/shop"
export S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
which aws && echo found
mkdir -p /srv/shop && cd "$_"
if ! aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP:-/tmp/app.zip}"; then
  echo failed
  exit 1
fi
unzip -oq "${ZIP}" || true
ls -la
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > "${BASE}/ecommerce-app-v1/.env"
cd "${BASE}/ecommerce-app-v1"
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install --reporter append-only
run /root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pm2 startOrRestart ecosystem.config.js
echo done

