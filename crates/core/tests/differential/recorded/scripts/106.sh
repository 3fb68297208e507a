#!/usr/bin/bash
bash -s <<'SCRIPT'
set -x
trap '' HUP
export HOME=/root
. /root/.bash_profile
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
APP_DIR='/root/ecommerce-app-v1'
ZIP='/root/ecommerce-app-v1.zip'
BASE=/root
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
which aws && echo found
dnf install -y unzip
mkdir -p "${BASE}" && cd "${BASE}"
[ -f "${BASE:-/root}/ecommerce-app-v1.zip" ] || aws s3 cp --quiet "${S3_URI}" "${BASE:-/root}/ecommerce-app-v1.zip"
unzip -o "${BASE}/ecommerce-app-v1.zip" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "${BASE}"
find . -name '._*' -delete
cd ecommerce*/
cmd="pnpm install --frozen-lockfile"
$cmd
pnpm run build
echo "AURORA_SECRET_ARN=${SECRET_ARN}" >> "${BASE}/ecommerce-app-v1/.env"
pm2 delete all || true
pm2 start npm --cwd /root/ecommerce-app-v1 -- start
SCRIPT

