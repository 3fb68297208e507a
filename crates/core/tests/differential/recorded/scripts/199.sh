#!/bin/bash
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
readonly BASE=/home/ec2-user
readonly TOOLS="/root/.local/share/pnpm/bin"
ulimit -n 512
test -d /home/ec2-user || mkdir -p /home/ec2-user; cd /home/ec2-user
for i in 1 2 3; do
  aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip && break
  sleep 5
done
unzip -o ./ecommerce-app-v1.zip -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 ${BASE}/
echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" > /home/ec2-user/ecommerce-app-v1/.env
cd /home/ec2-user/ecommerce-app-v1
"$TOOLS"/pnpm install
"$TOOLS"/pnpm build
"$TOOLS"/pm2 delete all || true
"$TOOLS"/pm2 startOrRestart ecosystem.config.js
env PATH=$PATH:/usr/bin "$TOOLS"/pm2 startup systemd -u root --hp /root
"$TOOLS"/pm2 save

