#!/bin/bash -xeu
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
APP_DIR="/opt/ecommerce-app-v1"
BASE=$(echo /opt)
cd /root
later() {
if ! cd /opt 2>/dev/null; then
}
  mkdir -p /opt
  cd /opt
fi
( aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip" )
unzip -qo "./ecommerce-app-v1.zip" -d "${BASE}"
rm -rf __MACOSX
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "/opt/ecommerce-app-v1/.env"
cd -P "${BASE}/ecommerce-app-v1" && pwd
pnpm install --frozen-lockfile &
pid=$!
wait $pid
pnpm build
nohup pnpm start > /var/log/shop.log 2>&1 &
whoami

