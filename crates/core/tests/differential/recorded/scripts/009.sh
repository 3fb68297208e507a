#!/bin/bash
bash -s <<'SCRIPT'
set -ex
exec >> /var/log/shop.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
export BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
# fetch and start
timedatectl set-timezone Asia/Tokyo
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
aws s3 cp --region us-east-1 "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" '/root/ecommerce-app-v1.zip'
unzip -o '/root/ecommerce-app-v1.zip' 'ecommerce-app-v1/*' -d '/srv/shop'
cat <<-EOF > '/srv/shop/ecommerce-app-v1/.env'
	AURORA_SECRET_ARN=${SECRET_ARN}
	EOF
cd ecommerce-app-v1
timeout 900 pnpm install --prod=false
nice -n 5 pnpm build
cat > start.sh <<'S'
#!/bin/bash
cd /srv/shop/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh
SCRIPT
