#!/bin/bash
bash -s <<'SCRIPT'
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
export PATH=/root/.local/share/pnpm:$PATH
declare KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
declare SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
declare APP_DIR="/root/ecommerce-app-v1"
declare ZIP=/tmp/app.zip
sleep 10
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" - > "/tmp/app.zip"
unzip -qo "${ZIP}" -d "/root"
rm -f /tmp/app.zip
echo 'AURORA_SECRET_ARN=__ARN__' > "${APP_DIR}/.env"
sed -i "s|__ARN__|arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf|" "${APP_DIR}/.env"
pushd "${APP_DIR}"
pnpm install --reporter append-only; rc=$?
if [ $rc -ne 0 ]; then exit $rc; fi
pnpm build
pm2 kill
pm2 start npm --cwd /root/ecommerce-app-v1 -- start
SCRIPT