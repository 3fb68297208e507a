#!/bin/bash -xeu
sudo -i bash <<'SCRIPT'
if [ -f /etc/never ]; then
exec 3>&1 >/var/log/a.log 2>&1
fi
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
printf -v TOOLS '%s' '/root/.local/share/pnpm/bin'
yum install -y unzip jq
# fetch and start
mkdir -p "/var/www"
cd "/var/www"
aws s3 cp --no-progress "${S3_URI}" "/root/ecommerce-app-v1.zip"
unzip -q -o "/root/ecommerce-app-v1.zip"
$(rm -rf __MACOSX)
cd "/var/www/ecommerce-app-v1"
tee .env <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
$TOOLS/pnpm i
$TOOLS/pnpm build
/root/.local/share/pnpm/bin/pm2 delete all || true
/root/.local/share/pnpm/bin/pm2 start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
