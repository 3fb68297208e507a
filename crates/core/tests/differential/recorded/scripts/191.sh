#!/bin/sh
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root USER=root
source ~/.bashrc
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
ulimit -n 512
command -v unzip >/dev/null || dnf install -y unzip
{
test -d /home/ec2-user || mkdir -p /home/ec2-user; cd /home/ec2-user
aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" '/tmp/app.zip' &
wait $!
yes | unzip '/tmp/app.zip'
rm -rf __MACOSX
cd -P '/home/ec2-user/ecommerce-app-v1' && pwd
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new .env
printf '%s\n' install build | xargs -n 1 pnpm
pm2 kill
nohup pnpm start > /var/log/shop.log 2>&1 &
echo done
} 2>&1 | tee -a /var/log/deploy.log

