#!/bin/bash -xeu
exec 3>&1 >/var/log/a.log 2>&1
trap '' HUP
export HOME=/root
readonly BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
which aws && echo found
cd /root
mkdir -p /tmp/work
cd /tmp/work
aws s3 cp --only-show-errors s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip} /tmp/shop.zip || { echo 'no archive' >&2; exit 1; }
unzip -o /tmp/shop.zip
cd ecommerce*/
/root/.local/share/pnpm/pnpm install; rc=$?
if [ $rc -ne 0 ]; then exit $rc; fi
/root/.local/share/pnpm/pnpm build
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > .env
/root/.local/share/pnpm/pnpm start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
