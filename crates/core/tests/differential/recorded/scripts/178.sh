#!/bin/sh
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
readonly KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly APP_DIR="/srv/shop/ecommerce-app-v1"
readonly ZIP='ecommerce-app-v1.zip'
readonly BASE="/srv/shop"
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP} ecommerce-app-v1.zip; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -q -o ${ZIP:-ecommerce-app-v1.zip}
rm -rf __MACOSX
touch ${APP_DIR}/.env
chmod 600 ${APP_DIR}/.env
echo "AURORA_SECRET_ARN=${SECRET_ARN}" >> ${APP_DIR}/.env
cd ${BASE}/ecommerce-app-v1 || exit 1
( /root/.local/share/pnpm/bin/pnpm install --frozen-lockfile; /root/.local/share/pnpm/bin/pnpm run build )
/root/.local/share/pnpm/bin/pm2 start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
