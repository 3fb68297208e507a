#!/bin/bash -ex
export HOME=/root USER=root
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r APP_DIR="/var/www/ecommerce-app-v1"
declare -r ZIP="/tmp/shop.zip"
declare -r BASE="/var/www"
ulimit -n 512
(
mkdir -p "/var/www" && cd "/var/www"
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" - > "${ZIP}"
unzip -o "${ZIP:-/tmp/shop.zip}" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "/var/www"
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce-app-v1/ || true
i=0
until /root/.local/share/pnpm/bin/pnpm i; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
/root/.local/share/pnpm/bin/pnpm build
/root/.local/share/pnpm/bin/pm2 kill
/root/.local/share/pnpm/bin/pm2 start npm --name shop -- start
/root/.local/share/pnpm/bin/pm2 save
/root/.local/share/pnpm/bin/pm2 save
)
