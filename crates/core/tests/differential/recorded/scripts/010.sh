#!/bin/bash
set -o errexit
set -o nounset
trap 'rm -f /tmp/lock' EXIT
HOME=root; export HOME
PATH+=:/root/.local/share/pnpm
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r APP_DIR="/root/ecommerce-app-v1"
declare -r ZIP="/tmp/shop.zip"
swapon --show
{
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
until aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP:-/tmp/shop.zip}"; do sleep 5; done
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/root"/
cd "${APP_DIR:-/root/ecommerce-app-v1}"
echo 'AURORA_SECRET_ARN=__ARN__' > "${APP_DIR}/.env"
sed -i "s|__ARN__|${SECRET_ARN}|" "${APP_DIR}/.env"
pnpm install --frozen-lockfile && \
  pnpm build
pm2 start pnpm --name shop -- start
pm2 startup systemd -u root --hp /root
} 2>&1 | tee -a /var/log/deploy.log
