#!/bin/bash -ex
exec > /var/log/user-data.log 2>&1
trap '' HUP
HOME=/root; export HOME
. /root/.bash_profile
declare -r BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
declare -r APP_DIR="/tmp/work/ecommerce-app-v1"
declare -r ZIP="/tmp/shop.zip"
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
sleep 10
# fetch and start
if [ ! -f /var/lib/shop.done ]; then
cd /tmp/work || { mkdir -p /tmp/work; cd /tmp/work; }
aws s3 cp "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}" "/tmp/shop.zip"
unzip -oq "${ZIP}" || true
rm -f *.zip
cd "${APP_DIR:-/tmp/work/ecommerce-app-v1}"
pnpm install & wait
pnpm build
tee "${APP_DIR}/.env" <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cat > start.sh <<'S'
#!/bin/bash
cd /tmp/work/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh
touch /var/lib/shop.done
fi