#!/bin/bash
set -euxo pipefail
exec > /var/log/user-data.log 2>&1
trap 'echo failed in line $LINENO' ERR
hostnamectl set-hostname shop
ulimit -n 512
su ec2-user -c 'cd /tmp/work || { mkdir -p /tmp/work; cd /tmp/work; }'
aws s3 cp --region us-east-1 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/root/ecommerce-app-v1.zip' &
wait $!
# unzip -o '/root/ecommerce-app-v1.zip' > /dev/null 2>&1
ls -la
cd ecommerce-app-v1
> '/tmp/work/ecommerce-app-v1/.env'
for kv in NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; do
  echo "$kv" >> '/tmp/work/ecommerce-app-v1/.env'
done
/root/.local/share/pnpm/pnpm install --prod=false || exit 1
/root/.local/share/pnpm/pnpm run build || exit 1
/root/.local/share/pnpm/pm2 start "/root/.local/share/pnpm/pnpm start" --name shop

