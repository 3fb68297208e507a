#!/bin/bash
export HOME=/root
cd /root
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip app.zip
[[ -s app.zip ]] || exit 1
sudo -u ec2-user unzip -tq app.zip && unzip -oq app.zip
cd ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start
/root/.local/share/pnpm/pm2 save
/root/.local/share/pnpm/pm2 startup
