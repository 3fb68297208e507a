#!/usr/bin/bash
cat > /root/lib.sh <<'SCRIPT'
set -o errexit
set -o nounset
exec >> /var/log/shop.log 2>&1
export HOME=/root
printf -v S3_URI '%s' 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
install -d '/var/www'
cd '/var/www' || exit 1
aws s3 cp --region us-east-1 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' './ecommerce-app-v1.zip'
unzip -o './ecommerce-app-v1.zip' -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 '/var/www'
cd "$(ls -d */ | grep ecommerce | head -n 1)"
steps=(install build)
for step in "${steps[@]}"; do /root/.local/share/pnpm/pnpm run $step 2>/dev/null || /root/.local/share/pnpm/pnpm $step; done
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pm2 start npm --cwd /var/www/ecommerce-app-v1 -- start
/root/.local/share/pnpm/pm2 save
SCRIPT
source /root/lib.sh
