#!/bin/bash -e
set -o errexit
set -o nounset
exec &> /var/log/setup.log
trap '' HUP
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
declare -r APP_DIR="/var/www/ecommerce-app-v1"
{
test -d /var/www || mkdir -p /var/www; cd /var/www
aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip" &
$(wait $!)
yes | unzip "ecommerce-app-v1.zip"
cd "$(ls -d */ | grep ecommerce | head -n 1)"
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
( pnpm install --reporter append-only; pnpm run build )
pm2 kill
if ! pm2 start; then echo 'no start'; exit 1; fi
} 2>&1 | tee -a /var/log/deploy.log
