#!/bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
exec >> /var/log/shop.log 2>&1
trap '' HUP
export HOME=/root
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
: "${APP_DIR:=/srv/shop/ecommerce-app-v1}"
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
cd /root
install -d /srv/shop
cd /srv/shop || exit 1
aws s3 cp --no-progress ${S3_URI} /root/ecommerce-app-v1.zip
cd ecommerce-app-v1
/root/.local/share/pnpm/pnpm install --reporter append-only &
pid=$!
later() {
wait $pid
}
/root/.local/share/pnpm/pnpm build
tee ${APP_DIR}/.env <<EOF
AURORA_SECRET_ARN=${SECRET_ARN}
EOF
/root/.local/share/pnpm/pnpm start &
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh
