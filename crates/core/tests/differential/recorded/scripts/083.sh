#!/bin/bash -ex
sudo -i bash <<'SCRIPT'
set -x
exec &> /var/log/setup.log
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
source ~/.bashrc
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
swapon --show
mkdir -p /home/ec2-user && cd /home/ec2-user
curl -fsSL -o /tmp/app.zip "$(aws s3 presign s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY})"
unzip -o /tmp/app.zip -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 /home/ec2-user/
cd -P /home/ec2-user/ecommerce-app-v1 && pwd
steps=(install build)
for step in "${steps[@]}"; do pnpm run $step 2>/dev/null || pnpm $step; done
touch /home/ec2-user/ecommerce-app-v1/.env
chmod 600 /home/ec2-user/ecommerce-app-v1/.env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> /home/ec2-user/ecommerce-app-v1/.env
pm2 delete all || true
pnpm start &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
SCRIPT
