#! /bin/bash
cat > /root/lib.sh <<'SCRIPT'
set -e -o pipefail
export HOME=/root USER=root
declare -r APP_DIR=/var/www/ecommerce-app-v1
declare -r BASE='/var/www'
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
echo "begin: $(date)"
mkdir -p '/var/www'
cd '/var/www'
aws s3 cp --region us-east-1 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/root/ecommerce-app-v1.zip' 2>&1 | tee -a /var/log/fetch.log
unzip -o '/root/ecommerce-app-v1.zip' -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "${BASE:-/var/www}"
rm -f /tmp/app.zip
cd ecommerce*/
install -m 600 /dev/null .env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pnpm install --frozen-lockfile & wait
/root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/pnpm start
/root/.local/share/pnpm/pm2 list
SCRIPT
source /root/lib.sh