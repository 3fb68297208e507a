#!/bin/bash -e
cat > /root/deploy.sh <<'SCRIPT'
exec &> /var/log/setup.log
trap '' HUP
. /root/.bash_profile
readonly APP_DIR="/root/ecommerce-app-v1"
readonly BASE="/root"
readonly S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
swapon --show
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "ecommerce-app-v1.zip" > /dev/null
unzip -oq "ecommerce-app-v1.zip" || true
ls -la
printf '%s\n' 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce*/
cmd="pnpm install --prod=false"
$cmd
pnpm run build
pm2 kill
pm2 start npm --cwd /root/ecommerce-app-v1 -- start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
su - root -c 'bash /root/deploy.sh'