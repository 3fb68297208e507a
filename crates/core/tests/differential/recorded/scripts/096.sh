#!/bin/bash
su - root <<'SCRIPT'
set -o errexit
set -o nounset
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
export PATH=/root/.local/share/pnpm:$PATH
declare -r APP_DIR="/root/ecommerce-app-v1"
declare -r ZIP="ecommerce-app-v1.zip"
declare -r S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
hostnamectl set-hostname shop
which aws && echo found
mkdir -p /root && cd "$_"
aws s3 cp --only-show-errors "${S3_URI}" "${ZIP}"
unzip -qo "ecommerce-app-v1.zip" -d "/root"
ls -la
cd "${APP_DIR}"
printf 'AURORA_SECRET_ARN=%s\n' "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > .env
{ pnpm install && pnpm build; } || { echo 'build failed'; exit 1; }
pm2 start
SCRIPT
