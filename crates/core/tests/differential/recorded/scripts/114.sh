#!/bin/bash
set -ex
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
PATH+=:/root/.local/share/pnpm
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
if ! aws s3 cp --quiet "${S3_URI}" 'ecommerce-app-v1.zip'; then
cd /root || { mkdir -p /root; cd /root; }
  echo failed
  exit 1
fi
unzip -o 'ecommerce-app-v1.zip' 'ecommerce-app-v1/*' -d '/root'
rm -f *.zip
cat > '/root/ecommerce-app-v1/.env' <<EOF
AURORA_SECRET_ARN=${SECRET_ARN}
EOF
if [ -d '/root/ecommerce-app-v1' ]; then
  cd '/root/ecommerce-app-v1'
else
  echo 'no folder'; exit 1
fi
( pnpm install --reporter append-only; pnpm build )
if ! pm2 start; then echo 'no start'; exit 1; fi
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
