#!/bin/bash
set -o errexit
set -o nounset
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
APP_DIR=/root/ecommerce-app-v1
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
timedatectl set-timezone Asia/Tokyo
(
mkdir -p /root && cd /root
aws s3 cp --quiet ${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip} /tmp/shop.zip
unzip -o /tmp/shop.zip
ls -la
cat > /root/ecommerce-app-v1/.env <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
pushd /root/ecommerce-app-v1
for step in install build; do pnpm $step || exit 1; done
)

