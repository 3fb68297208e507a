#!/usr/bin/env bash
set -x
exec &> /var/log/setup.log
export HOME=/root USER=root
PATH+=:/root/.local/share/pnpm
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
if [ ! -f /var/lib/shop.done ]; then
install -d "/home/ec2-user"
cd "/home/ec2-user" || exit 1
aws s3 cp --no-progress "${S3_URI}" "/tmp/shop.zip" &
wait $!
unzip -o "/tmp/shop.zip"
rm -rf __MACOSX
cd "/home/ec2-user/ecommerce-app-v1" || exit 1
printf "AURORA_SECRET_ARN=${SECRET_ARN}\n" > "/home/ec2-user/ecommerce-app-v1/.env"
steps=(install build)
for step in "${steps[@]}"; do pnpm run $step 2>/dev/null || pnpm $step; done
pm2 start
pm2 list
pm2 save
touch /var/lib/shop.done
fi