#!/bin/bash
set -x
trap 'rm -f /tmp/lock' EXIT
export HOME=/root USER=root
source ~/.bashrc
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
printf -v APP_DIR '%s' '/root/ecommerce-app-v1'
mkdir -p '/root'
cd '/root'
aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' - > '/tmp/app.zip'
(cd '/root' && unzip -o '/tmp/app.zip')
rm -f *.zip
cd ecommerce*/
cat <<EOF > "${APP_DIR}/.env"
NODE_ENV=production
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
PORT=3000
EOF
eval "pnpm install"
eval pnpm run build
pm2 delete all 2>/dev/null
if ! pm2 start; then echo 'no start'; exit 1; fi
pm2 list
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done