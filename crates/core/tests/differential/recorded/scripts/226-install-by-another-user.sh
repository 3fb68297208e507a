#!/bin/bash -e
set -o errexit
set -o nounset
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
sudo -u ec2-user install -d /root
cd /root || exit 1
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /root/ecommerce-app-v1.zip; then break; fi
  n=$((n+1))
  2 sleep
done
unzip -o /root/ecommerce-app-v1.zip > /dev/null 2>&1
if [ -d /root/ecommerce-app-v1 ]; then
  cd /root/ecommerce-app-v1
else
  echo 'no folder'; exit 1
fi
{ /root/.local/share/pnpm/pnpm install --reporter append-only && /root/.local/share/pnpm/pnpm build; } || { echo 'build failed'; exit 1; }
cat > /root/ecommerce-app-v1/.env <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
/root/.local/share/pnpm/pm2 start /root/.local/share/pnpm/pnpm --name shop -- start
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
/root/.local/share/pnpm/pm2 save

