#! /bin/bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -e
exec >> /var/log/shop.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
mkdir -p /srv/shop && cd /srv/shop
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --quiet ${S3_URI} /tmp/shop.zip; then break; fi
  n=$((n+1))
  sleep 2
done
[[ -s /tmp/shop.zip ]] && unzip -o /tmp/shop.zip -d /srv/shop
rm -f *.zip
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new /srv/shop/ecommerce-app-v1/.env
cd /srv/shop/ecommerce-app-v1
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm run build
delete all || true
/root/.local/share/pnpm/pm2 start
/root/.local/share/pnpm/pm2 list
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
