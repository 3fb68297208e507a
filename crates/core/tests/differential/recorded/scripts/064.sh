#!/bin/bash -e
cat > /root/lib.sh <<'SCRIPT'
set -o errexit
set -o nounset
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
export HOME=/root USER=root
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
declare TOOLS='/root/.local/share/pnpm'
cd /root
[ -d /opt ] || mkdir -p /opt
pushd /opt > /dev/null
( aws s3 cp ${S3_URI} /tmp/shop.zip )
unzip -o /tmp/shop.zip -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 /opt
rm -rf __MACOSX
cd /opt/ecommerce-app-v1
timeout 900 $TOOLS/pnpm i
nice -n 5 $TOOLS/pnpm build
printf "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf\n" > /opt/ecommerce-app-v1/.env
/root/.local/share/pnpm/pm2 describe shop > /dev/null && /root/.local/share/pnpm/pm2 restart shop || /root/.local/share/pnpm/pm2 start npm --name shop -- start
SCRIPT
source /root/lib.sh
