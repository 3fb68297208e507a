#!/bin/bash -ex
exec >> /var/log/shop.log 2>&1
PATH+=:/root/.local/share/pnpm
APP_DIR=/root/ecommerce-app-v1
ZIP="/tmp/app.zip"
BASE=/ROOT
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
swapon --show
if [ ! -f /var/lib/shop.done ]; then
mkdir -p "${BASE}"
cd "${BASE}"
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --region us-east-1 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -o "${ZIP}" -x '__MACOSX/*' -d "${BASE}"
cd "${BASE}/ecommerce-app-v1" || exit 1
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${BASE}/ecommerce-app-v1/.env"
i=0
until pnpm i; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm build
setsid pnpm start >/dev/null 2>&1 < /dev/null &
pm2 startup systemd -u root --hp /root
pm2 startup systemd -u root --hp /root
touch /var/lib/shop.done
fi
