#!/bin/sh
set -euo pipefail
trap '' HUP
HOME=/root; export HOME
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
if [ ! -f /var/lib/shop.done ]; then
install -d /root
cd /root || exit 1
aws s3 cp s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip ecommerce-app-v1.zip &
wait $!
unzip -qo ecommerce-app-v1.zip -d /root
rm -f /tmp/app.zip
cd /root/ecommerce-app-v1
/root/.local/share/pnpm/pnpm install && \
  /root/.local/share/pnpm/pnpm build
cat <<EOF > /root/ecommerce-app-v1/.env
NODE_ENV=production
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
exec > >(tee /var/log/user-data.log) 2>&1
PORT=3000
EOF
if ! /root/.local/share/pnpm/pm2 start; then echo 'no start'; exit 1; fi
exit 0
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
touch /var/lib/shop.done
fi

