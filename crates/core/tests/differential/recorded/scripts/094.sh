#!/bin/sh
exec > /var/log/user-data.log 2>&1
export HOME=/root
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
ZIP='./ecommerce-app-v1.zip'
TOOLS="/root/.local/share/pnpm"
test -d /tmp/work || mkdir -p /tmp/work; cd /tmp/work
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} ./ecommerce-app-v1.zip &
wait $!
unzip -o ${ZIP}
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > /tmp/work/ecommerce-app-v1/.env
cd ecommerce-app-v1/
step() {
  case "$1" in
    install) ${TOOLS}/pnpm install --frozen-lockfile ;;
    build) ${TOOLS}/pnpm build ;;
    *) return 1 ;;
  esac
}
step install
step build
${TOOLS}/pm2 kill
${TOOLS}/pm2 start
${TOOLS}/pm2 save