#!/bin/sh
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
trap '' HUP
export HOME=/root
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
: "${TOOLS:=/root/.local/share/pnpm}"
hostnamectl set-hostname shop
mkdir -p "/srv/shop" && cd "/srv/shop"
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/root/ecommerce-app-v1.zip"
unzip -o "/root/ecommerce-app-v1.zip" -d "/srv/shop"
ls -la
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new "/srv/shop/ecommerce-app-v1/.env"
cd "/srv/shop/ecommerce-app-v1"
for step in install build; do ${TOOLS}/pnpm $step || exit 1; done
$TOOLS/pm2 delete all 2>/dev/null
$TOOLS/pm2 start "${TOOLS}/pnpm start" --name shop
echo done
$TOOLS/pm2 save
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh

