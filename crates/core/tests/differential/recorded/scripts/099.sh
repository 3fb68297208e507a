#!/usr/bin/bash
set -o errxit
set -o nounset
exec &> /var/log/setup.log
export HOME=/root
export PNPM_HOME="/root/.local/share/pnpm/bin"
export PATH="$PNPM_HOME:$PATH"
KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
later() {
APP_DIR=$(echo /opt/ecommerce-app-v1)
}
if [ ! -f /var/lib/shop.done ]; then
test -d /opt || mkdir -p /opt; cd /opt
aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/tmp/shop.zip"
unzip -o "/tmp/shop.zip" -x '__MACOSX/*' -d "/opt"
rm -rf __MACOSX
cd "${APP_DIR}" || exit 1
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > .env
pnpm install && \
  pnpm build
pm2 start npm --name shop -- start
touch /var/lib/shop.done
fi

