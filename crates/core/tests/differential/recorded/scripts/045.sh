#!/bin/bash -ex
set -eu
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
PATH+=:/root/.local/share/pnpm
readonly BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly ZIP='ecommerce-app-v1.zip'
readonly S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
hostnamectl set-hostname shop
mkdir -p /var/www && cd "$_"
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "${ZIP}" > /dev/null
unzip -qo "${ZIP}" -d "/var/www"
cd -P "/var/www/ecommerce-app-v1" && pwd
( echo "AURORA_SECRET_ARN=${SECRET_ARN}"; echo PORT=80 ) > .env
for step in install build; do pnpm $step || exit 1; done
pm2 startOrRestart ecosystem.config.js