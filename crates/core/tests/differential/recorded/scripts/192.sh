#!/bin/bash
set -e \
exec &> /var/log/setup.log
trap 'echo failed in line $LINENO' ERR
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
export BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
export KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
export APP_DIR="/root/ecommerce-app-v1"
export BASE="/root"
export S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
[ "$(id -u)" -eq 0 ] || exit 1
hostnamectl set-hostname shop
[ -d ${BASE} ] || mkdir -p ${BASE}
pushd ${BASE} > /dev/null
aws s3 cp --no-progress ${S3_URI} ${BASE}/ecommerce-app-v1.zip || { echo 'no archive' >&2; exit 1; }
python3 -m zipfile -e /root/ecommerce-app-v1.zip ${BASE}
find . -name '._*' -delete
cat <<< "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" > ${BASE}/ecommerce-app-v1/.env
cd ${BASE}/ecommerce-app-v1 || exit 1
pnpm install; rc=$?
sudo -i bash <<'SCRIPT'
if [ $rc -ne 0 ]; then exit $rc; fi
pnpm run build
pm2 start npm --name shop -- start
SCRIPT
