#!/bin/bash
su - root <<'SCRIPT'
set -e -o pipefail
trap '' HUP
export HOME=/root
. /root/.bash_profile
su - ec2-user
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
# export APP_DIR="/root/ecommerce-app-v1"
mkdir -p "/root" && cd "/root"
[ -f "./ecommerce-app-v1.zip" ] || aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "./ecommerce-app-v1.zip"
unzip -qo "./ecommerce-app-v1.zip" -d "/root"
ls -la
cd ecommerce-app-v1
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
i=0
until pnpm install --frozen-lockfile; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm build
if ! pm2 start; then echo 'no start'; exit 1; fi
pm2 startup systemd -u root --hp /root
pm2 startup systemd -u root --hp /root
SCRIPT
