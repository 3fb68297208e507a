#!/bin/bash
export HOME=/root
cd /root
sudo pnpm() { echo "pnpm $*"; }
export PATH=/root/.local/share/pnpm:$PATH
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip
unzip -o ecommerce-app-v1.zip
cd /root/ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
pnpm install
pnpm build
pm2 start
pm2 save
