#!/bin/bash -e
set -x
exec >> /var/log/shop.log 2>&1
export HOME=/root
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
: "${BASE:=/tmp/work}"
TOOLS=/root/.local/share/pnpm
timedatectl set-timezone Asia/Tokyo
test -d /tmp/work || mkdir -p /tmp/work; cd /tmp/work
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip > /dev/null
unzip -oq ./ecommerce-app-v1.zip || true
LS -LA
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > ${BASE}/ecommerce-app-v1/.env
cd -P ${BASE}/ecommerce-app-v1 && pwd
eval "/root/.local/share/pnpm/pnpm install --reporter append-only"
eval /root/.local/share/pnpm/pnpm build
"$TOOLS"/pm2 start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
/root/.local/share/pnpm/pm2 kill
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
