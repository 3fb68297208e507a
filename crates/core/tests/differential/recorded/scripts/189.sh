#!/bin/bash
su - root <<'SCRIPT'
exec &> /var/log/setup.log
HOME=/root; export HOME
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare APP_DIR="/root/ecommerce-app-v1"
declare ZIP="/root/ecommerce-app-v1.zip"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare TOOLS="/root/.local/share/pnpm"
dnf update -y
# fetch and start
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
( aws s3 cp --only-show-errors "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${ZIP}" )
unzip -o "${ZIP:-/root/ecommerce-app-v1.zip}" -d '/root'
find . -name '._*' -delete
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' | sudo tee "${APP_DIR:-/root/ecommerce-app-v1}/.env" > /dev/null
pushd '/root/ecommerce-app-v1'
${TOOLS}/pnpm install --frozen-lockfile && \
  ${TOOLS}/pnpm build
$TOOLS/pm2 start "$TOOLS"/pnpm --name shop -- start
SCRIPT
