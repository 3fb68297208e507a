#!/bin/bash -ex
set -x
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root USER=root
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
printf -v SECRET_ARN '%s' 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
: "${APP_DIR:=/root/ecommerce-app-v1}"
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
{
mkdir -p /root
cd /root
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} /tmp/app.zip; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -o /tmp/app.zip > /dev/null 2>&1
rm -rf __MACOSX
if [ -d ${APP_DIR} ]; then
  cd ${APP_DIR}
else
  echo 'no folder'; exit 1
fi
echo 'AURORA_SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"' > ${APP_DIR}/.env
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install --reporter append-only
run /root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pm2 start ecosystem.config.js
exit 0
} 2>&1 | tee -a /var/log/deploy.log
