#!/bin/bash -e
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
HOME=/root; export HOME
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
ZIP='/root/ecommerce-app-v1.zip'
BASE=$(echo /root)
dnf install -y unzip
yum install -y unzip jq
{
test -d /root || mkdir -p /root; cd /root
aws \
  s3 cp \
  's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' \
  "${BASE}/ecommerce-app-v1.zip"
[[ -s "${BASE:-/root}/ecommerce-app-v1.zip" ]] && unzip -o "${BASE:-/root}/ecommerce-app-v1.zip" -d "${BASE}"
cd ecommerce*/
printf "AURORA_SECRET_ARN=${SECRET_ARN}\n" > .env
/root/.local/share/pnpm/pnpm install --prod=false || exit 1
/root/.local/share/pnpm/pnpm build || exit 1
/root/.local/share/pnpm/pnpm start &
echo done
} 2>&1 | tee -a /var/log/deploy.log