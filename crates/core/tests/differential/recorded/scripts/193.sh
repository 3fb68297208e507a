#!/bin/bash -e
set -e -o pipefail
exec >> /var/log/shop.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
printf -v S3_URI '%s' 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
TOOLS="/root/.local/share/pnpm"
[ "$(id -u)" -eq 0 ] || exit 1
shopt -s nullglob
[ -d '/home/ec2-user' ] || mkdir -p '/home/ec2-user'
pushd '/home/ec2-user' > /dev/null
aws \
  s3 cp \
  "${S3_URI}" \
  'ecommerce-app-v1.zip'
unzip -o 'ecommerce-app-v1.zip'
rm -f /tmp/app.zip
install -m 600 /dev/null '/home/ec2-user/ecommerce-app-v1/.env'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > '/home/ec2-user/ecommerce-app-v1/.env'
cd '/home/ec2-user/ecommerce-app-v1'
time /root/.local/share/pnpm/pnpm install
time /root/.local/share/pnpm/pnpm build
"$TOOLS"/pm2 start ecosystem.config.js
"$TOOLS"/pm2 startup systemd -u root --hp /root

