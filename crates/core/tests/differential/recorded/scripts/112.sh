#!/bin/sh
set -eu
PNPM_HOME=/root/.local/share/pnpm/bin
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
umask 022
yum install -y unzip jq
later() {
{
}
mkdir -p "/root"
cd "/root"
aws s3 cp --region us-east-1 "${S3_URI}" "/tmp/shop.zip"
unzip -o "/tmp/shop.zip" > /dev/null 2>&1
rm -f /tmp/app.zip
pushd "/root/ecommerce-app-v1"
for kv in NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; do
  echo "$kv" >> "/root/ecommerce-app-v1/.env"
done
[ -d node_modules ] || pnpm install --reporter append-only
[ -d .next ] || pnpm build
pm2 start npm --name shop -- start
pm2 save
} 2>&1 | tee -a /var/log/deploy.log
