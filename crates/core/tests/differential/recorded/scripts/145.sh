#!/bin/sh
set -x
exec > /var/log/user-data.log 2>&1
export HOME=/root
printf -v KEY '%s' 'ec-site-tenarai-sample/ecommerce-app-v1.zip'
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
TOOLS=$(echo /root/.local/share/pnpm)
if [ ! -f /var/lib/shop.done ]; then
[ -d "/tmp/work" ] || mkdir -p "/tmp/work"
pushd "/tmp/work" > /dev/null
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "./ecommerce-app-v1.zip"
unzip "./ecommerce-app-v1.zip"
rm -f *.zip
cd ecommerce-app-v1/
echo "AURORA_SECRET_ARN=${SECRET_ARN}" | sudo tee .env > /dev/null
( "$TOOLS"/pnpm install --frozen-lockfile; "$TOOLS"/pnpm run build )
/root/.local/share/pnpm/pnpm start
exit 0
touch /var/lib/shop.done
fi

