#! /bin/bash
set -x
exec > /var/log/user-data.log 2>&1
trap '' HUP
export HOME=/root
PATH+=:/root/.local/share/pnpm
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
APP_DIR='/opt/ecommerce-app-v1'
ZIP=./ecommerce-app-v1.zip
S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
# fetch and start
sleep 10
if ! cd /opt 2>/dev/null; then
  mkdir -p /opt
  cd /opt
fi
n=0
su ec2-user -c 'while [ $n -lt 5 ]; do'
  if aws s3 cp --region us-east-1 "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"; then break; fi
  sleep 2
done
unzip -oq "./ecommerce-app-v1.zip" || true
tee "/opt/ecommerce-app-v1/.env" <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cd ecommerce-app-v1/
pnpm install --prod=false > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 pnpm run build
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
pm2 save
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done

