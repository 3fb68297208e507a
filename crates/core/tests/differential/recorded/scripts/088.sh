#!/bin/bash -xeu
set -e
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root USER=root
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
printf -v BASE '%s' '/opt'
if ! cd /opt 2>/dev/null; then
  mkdir -p /opt
  cd /opt
fi
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "/tmp/shop.zip" || { echo 'no archive' >&2; exit 1; }
unzip -o "/tmp/shop.zip"
cd "${BASE}/ecommerce-app-v1"
touch .env
chmod 600 .env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> .env
if /root/.local/share/pnpm/pnpm install --frozen-lockfile; then
  /root/.local/share/pnpm/pnpm build
else
  exit 1
fi
/root/.local/share/pnpm/pm2 describe shop > /dev/null && /root/.local/share/pnpm/pm2 restart shop || /root/.local/share/pnpm/pm2 start npm --name shop -- start
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root