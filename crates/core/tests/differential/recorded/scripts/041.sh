#!/bin/bash -e
set -o errexit
set -o nounset
export HOME=/root
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
ZIP=$(echo /tmp/app.zip)
TOOLS=$(echo /root/.local/share/pnpm)
[ -d "/root" ] || mkdir -p "/root"
pushd "/root" > /dev/null
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}" || { echo 'no archive' >&2; exit 1; }
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/root"/
line="AURORA_SECRET_ARN=${SECRET_ARN}"
echo "$line" > "/root/ecommerce-app-v1/.env"
cd ecommerce*/
steps=(install build)
for step in "${steps[@]}"; do $TOOLS/pnpm run $step 2>/dev/null || $TOOLS/pnpm $step; done
setsid ${TOOLS}/pnpm start >/dev/null 2>&1 < /dev/null &
exit 0

