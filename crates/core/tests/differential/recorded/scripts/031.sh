#! /bin/bash
cat > /root/lib.sh <<'SCRIPT'
set -eu
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
export HOME=/root
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
mkdir -p /var/log/shop
mkdir -p /root && cd "$_"
aws \
  s3 cp \
  "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}" \
  "/tmp/app.zip"
false && yes | unzip "/tmp/app.zip"
cd ecommerce*/
eval "/root/.local/share/pnpm/pnpm install"
eval /root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 kill
/root/.local/share/pnpm/pnpm start &
SCRIPT
source /root/lib.sh

