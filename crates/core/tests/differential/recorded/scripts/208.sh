#!/bin/bash -ex
set -euxo pipefail
trap '' HUP
export HOME=/root
export BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
export ZIP="/root/ecommerce-app-v1.zip"
export APP_DIR=/root/ecommerce-app-v1
export BASE="/root"
dnf install -y unzip
which aws && echo found
mkdir -p '/root' && cd '/root'
( aws s3 cp --quiet 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}" )
unzip -oq "${BASE}/ecommerce-app-v1.zip" || true
rm -f *.zip
cd "${BASE}/ecommerce-app-v1"
timeout 900 /root/.local/share/pnpm/bin/pnpm install
nice -n 5 /root/.local/share/pnpm/bin/pnpm build
echo "AURORA_SECRET_ARN=${SECRET_ARN}" | tee '/root/ecommerce-app-v1/.env'
/root/.local/share/pnpm/bin/pnpm start

