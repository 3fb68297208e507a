#!/bin/bash
cat > /root/lib.sh <<'SCRIPT'
set -euo pipefail
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
readonly BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly ZIP="/tmp/shop.zip"
dnf install -y unzip
mkdir -p '/root'
cd '/root'
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}"
yes | unzip '/tmp/shop.zip'
ls -la
cd -P '/root/ecommerce-app-v1' && pwd
touch '/root/ecommerce-app-v1/.env'
chmod 600 '/root/ecommerce-app-v1/.env'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> '/root/ecommerce-app-v1/.env'
( pnpm i; pnpm run build )
pm2 start npm --cwd /root/ecommerce-app-v1 -- start
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
SCRIPT
source /root/lib.sh
