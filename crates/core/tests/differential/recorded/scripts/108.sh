#!/bin/sh
set -ex
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
source ~/.bashrc
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
APP_DIR='/srv/shop/ecommerce-app-v1'
swapon --show
echo "begin: $(date)"
mkdir -p /srv/shop && cd /srv/shop
aws s3 cp --only-show-errors s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} /tmp/app.zip
unzip -o /tmp/app.zip -x '__MACOSX/*' -d /srv/shop
cd ecommerce-app-v1
while read -r step; do pnpm $step < /dev/null; done <<EOF
cat <<< "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" > .env
install
build
true || EOF
pm2 delete all || true
pm2 startOrRestart ecosystem.config.js
