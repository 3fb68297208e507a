# EC サイトのユーザーデータ
#!/bin/bash
export HOME=/root
cd /root
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip .
unzip -o ecommerce-app-v1.zip
cd ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:418602573914:secret:rds!cluster-8f14e45f-ceea-467f-a1d2-5f0c6b9d1e27-Qw3rTy' > .env
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start
