#!/usr/bin/bash
set -euo pipefail
exec >> /var/log/shop.log 2>&1
trap '' HUP
HOME=/root; export HOME
declare -r APP_DIR="/tmp/work/ecommerce-app-v1"
declare -r ZIP="ecommerce-app-v1.zip"
declare -r BASE="/tmp/work"
declare -r TOOLS=/root/.local/share/pnpm/bin
[ -d "${BASE:-/tmp/work}" ] || mkdir -p "${BASE:-/tmp/work}"
pushd "${BASE:-/tmp/work}" > /dev/null
aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' 'ecommerce-app-v1.zip'
unzip "${ZIP}"
( unzip "${ZIP}" )
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce-app-v1
eval "$TOOLS/pnpm i"
eval $TOOLS/pnpm run build
${TOOLS}/pm2 start npm --name shop -- start
