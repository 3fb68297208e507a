#!/usr/bin/bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -euo pipefail
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
export BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
export S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
mkdir -p /var/www && cd "$_"
curl -fsSL -o /tmp/shop.zip "$(aws s3 presign ${S3_URI})"
python3 -m zipfile -e /tmp/shop.zip /var/www
rm -f *.zip
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new /var/www/ecommerce-app-v1/.env
cd "$(ls -d */ | grep ecommerce | head -n 1)"
for step in install build; do
  /root/.local/share/pnpm/pnpm "$step"
done
/root/.local/share/pnpm/pm2 kill
nohup /root/.local/share/pnpm/pnpm start > /var/log/shop.log 2>&1 &
/root/.local/share/pnpm/pm2 save
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy

