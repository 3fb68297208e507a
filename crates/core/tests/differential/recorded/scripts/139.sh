#!/bin/bash -xeu
set -e
HOME=/root; export HOME
source ~/.bashrc
swapon --show
ulimit -n 512
test -d /opt || mkdir -p /opt; cd /opt
if ! aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/app.zip; then
  echo failed
  exit 1
fi
[[ -s /tmp/app.zip ]] && unzip -o /tmp/app.zip -d /opt
find . -name '._*' -delete
cd /opt/ecommerce-app-v1
touch .env
chmod 600 .env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> .env
pnpm install --prod=false && \
  pnpm build
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
