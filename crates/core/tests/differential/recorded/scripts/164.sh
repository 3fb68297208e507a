#!/usr/bin/bash
set -o errexit
set -o nounset
exec &> /var/log/setup.log
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly BASE="/root"
sleep 10
hostnamectl set-hostname shop
{
mkdir -p /root && cd /root
aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} ecommerce-app-v1.zip 2>&1 | tee -a /var/log/fetch.log
unzip -o ecommerce-app-v1.zip -x '__MACOSX/*' -d ${BASE:-/root}
find . -name '._*' -delete
line="AURORA_SECRET_ARN=${SECRET_ARN}"
echo "$line" > /root/ecommerce-app-v1/.env
pushd /root/ecommerce-app-v1
{ /root/.local/share/pnpm/bin/pnpm install --reporter append-only && /root/.local/share/pnpm/bin/pnpm run build; } || { echo 'build failed'; exit 1; }
/root/.local/share/pnpm/bin/pm2 start npm --name shop -- start
/root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
} 2>&1 | tee -a /var/log/deploy.log
