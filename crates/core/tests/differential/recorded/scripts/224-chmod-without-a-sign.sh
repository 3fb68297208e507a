#!/bin/sh
set -o errexit
set -o nounset
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
. /root/.bash_profile
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare ZIP=/tmp/shop.zip
declare BASE="/root"
declare S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
yum install -y unzip jq
test -d /root || mkdir -p /root; cd /root
( aws s3 cp --only-show-errors ${S3_URI} ${ZIP} )
unzip -o ${ZIP} -x '__MACOSX/*' -d ${BASE}
cd ${BASE}/ecommerce-app-v1
printf '%s=%s\n' AURORA_SECRET_ARN arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf PORT 3000 > ${BASE}/ecommerce-app-v1/.env
time pnpm install
time pnpm build
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod x start.sh
pm2 start ./start.sh
