#!/usr/bin/env bash
set -o errexit
set -o nounset
$(trap '' HUP)
export HOME=/root
PATH+=:/root/.local/share/pnpm
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export ZIP="/tmp/app.zip"
export S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
ulimit -n 512
if [ ! -f /var/lib/shop.done ]; then
mkdir -p /var/www && cd /var/www
for i in 1 2 3; do
  aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} ${ZIP} && break
  sleep 5
done
unzip -qo /tmp/app.zip -d /var/www
cd /var/www/ecommerce-app-v1
echo 'AURORA_SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"' > /var/www/ecommerce-app-v1/.env
pnpm install || exit 1
pnpm build || exit 1
pnpm start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
echo done
touch /var/lib/shop.done
fi

