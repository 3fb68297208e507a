#!/bin/sh
cat > /tmp/deploy.sh <<'SCRIPT'
set -eu
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
declare -r KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
declare -r S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
hostnamectl set-hostname shop
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
aws s3 cp "${S3_URI}" - > "./ecommerce-app-v1.zip"
unzip -o "./ecommerce-app-v1.zip" > /dev/null 2>&1
ls -la
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > "/srv/shop/ecommerce-app-v1/.env"
if [ -d "/srv/shop/ecommerce-app-v1" ]; the
  cd "/srv/shop/ecommerce-app-v1"
else
  echo 'no folder'; exit 1
fi
eval "/root/.local/share/pnpm/bin/pnpm install --prod=false"
eval /root/.local/share/pnpm/bin/pnpm run build
/root/.local/share/pnpm/bin/pm2 startOrRestart ecosystem.config.js
/root/.local/share/pnpm/bin/pm2 save
/root/.local/share/pnpm/bin/pm2 list
SCRIPT
bash /tmp/deploy.sh

