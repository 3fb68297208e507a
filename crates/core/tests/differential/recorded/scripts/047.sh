#!/usr/bin/env bash
export HOME=/root
source ~/.bashrc
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly APP_DIR=/home/ec2-user/ecommerce-app-v1
dnf install -y unzip
{
mkdir -p /home/ec2-user && cd /home/ec2-user
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /root/ecommerce-app-v1.zip || { echo 'no archive' >&2; exit 1; }
unzip /root/ecommerce-app-v1.zip
line="AURORA_SECRET_ARN=${SECRET_ARN}"
echo "$line" > ${APP_DIR}/.env
if [ -d ${APP_DIR:-/home/ec2-user/ecommerce-app-v1} ]; then
  cd ${APP_DIR:-/home/ec2-user/ecommerce-app-v1}
else
  echo 'no folder'; exit 1
fi
for step in install build; do
  pnpm "$step"
done
pm2 delete all 2>/dev/null
cat > start.sh <<'S'
#!/bin/bash
cd /home/ec2-user/ecommerce-app-v1
exec npm start
S
pm2 start ./start.sh
pm2 startup systemd -u root --hp /root
echo done
} 2>1 | tee -a /var/log/deploy.log
