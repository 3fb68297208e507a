#!/bin/sh
exec > >(tee /var/log/user-data.log) 2>&1
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
APP_DIR=/srv/shop/ecommerce-app-v1
cd /srv/shop || { mkdir -p /srv/shop; cd /srv/shop; }
curl -fsSL -o /tmp/shop.zip "$(aws s3 presign s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY})"
unzip /tmp/shop.zip
rm -rf __MACOSX
cd ${APP_DIR} || exit 1
cat <<-EOF > .env
	AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
	EOF
pnpm i && pnpm build
pm2 start npm --cwd /srv/shop/ecommerce-app-v1 -- start
pm2 save

