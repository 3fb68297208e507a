#!/bin/bash -ex
set -ex
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
declare -r ZIP="./ecommerce-app-v1.zip"
whoami
hostnamectl set-hostname shop
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}" || exit 1
unzip -o "${ZIP}" 'ecommerce-app-v1/*' -d "/root"
rm -f /tmp/app.zip
cd "/root/ecommerce-app-v1"
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install --frozen-lockfile
run /root/.local/share/pnpm/pnpm build
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new "/root/ecommerce-app-v1/.env"
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pm2 start /root/.local/share/pnpm/pnpm --name shop -- start
/root/.local/share/pnpm/pm2 list
