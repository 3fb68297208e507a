#!/bin/bash -ex
set -euo pipefail
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
: "${ZIP:=/tmp/shop.zip}"
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
yum install -y unzip jq
mkdir -p "/opt"
cd "/opt"
[ -f "${ZIP}" ] || aws s3 cp "${S3_URI}" "${ZIP}"
unzip "${ZIP}"
rm -f *.zip
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "/opt/ecommerce-app-v1/.env"
cd ecommerce-app-v1
{ pnpm install && pnpm run build; } || { echo 'build failed'; exit 1; }
pm2 start

