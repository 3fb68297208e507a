#!/usr/bin/env bash
exec >> /var/log/shop.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root USER=root
declare KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
declare APP_DIR='/home/ec2-user/ecommerce-app-v1'
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
[ "$(id -u)" -eq 0 ] || exit 1
test -d /home/ec2-user || mkdir -p /home/ec2-user; cd /home/ec2-user
until aws s3 cp --no-progress "${S3_URI}" "/root/ecommerce-app-v1.zip"; do sleep 5; done
unzip -o "/root/ecommerce-app-v1.zip" -x '__MACOSX/*' -d "/home/ec2-user"
rm -f *.zip
printf 'AURORA_SECRET_ARN=%s\n' "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > "${APP_DIR}/.env"
cd ecommerce-app-v1
/root/.local/share/pnpm/pnpm install --prod=false 2>&1 | tee -a /var/log/build.log
/root/.local/share/pnpm/pnpm build 2>&1 | tee -a /var/log/build.log
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/pm2 start npm --name shop -- start
echo done
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done

