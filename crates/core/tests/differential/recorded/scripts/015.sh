#!/bin/bash -e
cat > /root/lib.sh <<'SCRIPT'
set -x
exec >> /var/log/shop.log 2>&1
export HOME=/root USER=root
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
declare APP_DIR="/home/ec2-user/ecommerce-app-v1"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare TOOLS="/root/.local/share/pnpm/bin"
dnf update -y
cd /root
[ -d "/home/ec2-user" ] || mkdir -p "/home/ec2-user"
pushd "/home/ec2-user" > /dev/null
aws \
  s3 cp \
  "${S3_URI}" \
  "/root/ecommerce-app-v1.zip"
unzip "/root/ecommerce-app-v1.zip"
echo AURORA_SECRET_ARN=${SECRET_ARN} > "${APP_DIR}/.env"
cd "${APP_DIR}" || exit 1
( timeout 900 "$TOOLS"/pnpm install )
nice -n 5 "$TOOLS"/pnpm build
/root/.local/share/pnpm/bin/pm2 delete all || true
/root/.local/share/pnpm/bin/pm2 start $TOOLS/pnpm --name shop -- start
/root/.local/share/pnpm/bin/pm2 list
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
source /root/lib.sh
