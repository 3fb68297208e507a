#!/bin/bash -ex
set -euxo pipefail
exec &> /var/log/setup.log
export HOME=/root
PATH+=:/root/.local/share/pnpm
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r APP_DIR="/opt/ecommerce-app-v1"
declare -r BASE=/opt
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
[ -d "${BASE:-/opt}" ] || mkdir -p "${BASE:-/opt}"
pushd  "${BASE:-/opt}" > /dev/nll
aws s3 cp --no-progress "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" 'ecommerce-app-v1.zip' || exit 1
[[ -s 'ecommerce-app-v1.zip' ]] && unzip -o 'ecommerce-app-v1.zip' -d "${BASE}"
rm -rf __MACOSX
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "${BASE}/ecommerce-app-v1/.env"
cd "${BASE}/ecommerce-app-v1" || exit 1
pnpm install --prod=false && pnpm build
pm2 start npm --name shop -- start
