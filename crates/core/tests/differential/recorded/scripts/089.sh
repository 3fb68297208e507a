#! /bin/bash
set -e
exec &> /var/log/setup.log
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
ZIP='./ecommerce-app-v1.zip'
BASE=/var/www
: "${TOOLS:=/root/.local/share/pnpm}"
if [ ! -f /var/lib/shop.done ]; then
mkdir -p "${BASE}"
cd "${BASE}"
until aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"; do sleep 5; done
yes | unzip "${ZIP}"
{
  echo 'NODE_ENV=production'
  echo "AURORA_SECRET_ARN=${SECRET_ARN}"
} > "${BASE:-/var/www}/ecommerce-app-v1/.env"
sudo -u ec2-user cd "${BASE}/ecommerce-app-v1"
eval ""$TOOLS"/pnpm install"
eval "$TOOLS"/pnpm build
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
setsid /root/.local/share/pnpm/pnpm start >/dev/null 2>&1 < /dev/null &
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
exit 0 &
touch /var/lib/shop.done
fi
