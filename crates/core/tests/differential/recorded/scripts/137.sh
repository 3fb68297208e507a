#!/bin/bash
set -ex
exec > /var/log/user-data.log 2>&1
export HOME=/root
readonly BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly APP_DIR=/opt/ecommerce-app-v1
readonly BASE="/opt"
which aws && echo found
mkdir -p /opt && cd "$_"
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --no-progress s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/app.zip; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -q -o /tmp/app.zip
rm -f *.zip
cd ecommerce-app-v1/
for step in install build; do
  /root/.local/share/pnpm/pnpm "$step"
done
printf "AURORA_SECRET_ARN=${SECRET_ARN}\n" > ${BASE}/ecommerce-app-v1/.env
/root/.local/share/pnpm/pm2 start npm --name shop -- start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
echo done