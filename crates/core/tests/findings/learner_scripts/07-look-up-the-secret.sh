#!/bin/bash
export HOME=/root
cd /root
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip .
unzip -o ecommerce-app-v1.zip
cd ecommerce-app-v1
# ARN を書き写すと間違えるので、コマンドで調べる
ARN=$(aws secretsmanager list-secrets --region us-east-1 --query 'SecretList[0].ARN' --output text)
echo "AURORA_SECRET_ARN=$ARN" > .env
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start
/root/.local/share/pnpm/pm2 save
