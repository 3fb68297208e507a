#! /bin/bash
set -euo pipefail
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare ZIP='ecommerce-app-v1.zip'
declare BASE='/opt'
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
umask 022
if [ ! -f /var/lib/shop.done ]; then
test -d /opt || mkdir -p /opt; cd /opt
( aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ecommerce-app-v1.zip )
(cd /opt && unzip -o ${ZIP})
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > ${BASE:-/opt}/ecommerce-app-v1/.env
cd ${BASE}/ecommerce-app-v1
printf '%s\n' install build | xargs -n 1 /root/.local/share/pnpm/pnpm
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
nohup /root/.local/share/pnpm/pnpm start > /var/log/shop.log 2>&1 &
touch /var/lib/shop.done
fi

