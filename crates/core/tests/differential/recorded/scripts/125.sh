#!/bin/bash -xeu
sudo -i bash <<'SCRIPT'
set -x
exec &> /var/log/setup.log
trap on_exit EXIT
on_exit() { echo "ended with $?"; }
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r ZIP="/root/ecommerce-app-v1.zip"
declare -r BASE="/root"
declare -r TOOLS="/root/.local/share/pnpm/bin"
yum install -y unzip jq
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" - > "${BASE}/ecommerce-app-v1.zip"
unzip -q -o "${BASE}/ecommerce-app-v1.zip"
pushd "/root/ecommerce-app-v1"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | tee .env
$TOOLS/pnpm install --reporter append-only || exit 1
$TOOLS/pnpm build || exit 1
nohup ${TOOLS}/pnpm start > /var/log/shop.log 2>&1 &
echo done
exit 0
SCRIPT
