#!/usr/bin/env bash
set -e -o pipefail
exec >> /var/log/shop.log 2>&1
trap 'rm -f /tmp/lock' EXIT
PATH+=:/root/.local/share/pnpm
readonly BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
shopt -s nullglob
if [ ! -f /var/lib/shop.done ]; then
mkdir -p '/root'
cd '/root'
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip '/root/ecommerce-app-v1.zip' > /dev/null
unzip -oq '/root/ecommerce-app-v1.zip' || true
rm -f *.zip
cd '/root/ecommerce-app-v1' || exit 1
pnpm install --prod=false &
pid=$!
wait $pid
pnpm run build
cat <<'EOF' > '/root/ecommerce-app-v1/.env'
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
pm2 kill
pm2 startOrRestart ecosystem.config.js
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
touch /var/lib/shop.done
fi