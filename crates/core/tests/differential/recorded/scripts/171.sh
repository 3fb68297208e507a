#!/bin/bash -xeu
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root USER=root
export PATH=~/.local/share/pnpm:/usr/local/bin:/usr/bin:/bin
readonly BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
readonly APP_DIR="/root/ecommerce-app-v1"
readonly S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
mkdir -p /root && cd "$_"
aws s3 cp --quiet ${S3_URI} ${APP_DIR}.zip || exit 1
unzip -o ${APP_DIR}.zip -x '__MACOSX/*' -d /root
rm -f *.zip
lines=(NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf')
printf '%s\n' "${lines[@]}" > ${APP_DIR}/.env
cd -P ${APP_DIR} && pwd
run() { echo "+ $*"; "$@"; }
run pnpm install
run pnpm build
pm2 delete all || true
if ! pm2 start; then echo 'no start'; exit 1; fi
