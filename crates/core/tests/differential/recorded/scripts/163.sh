#!/bin/bash
set -ex
exec &> /var/log/setup.log
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
echo "begin: $(date)"
sleep 10
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
( aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "/tmp/app.zip" )
unzip "/tmp/app.zip"
rm -rf __MACOSX
cat <<-EOF > "/srv/shop/ecommerce-app-v1/.env"
	AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
	EOF
cd "$(ls -d */ | grep ecommerce | head -n 1)"
time pnpm install --prod=false
time pnpm run build
pm2 delete all 2>/dev/null
pnpm start
pm2 save
exit 0
