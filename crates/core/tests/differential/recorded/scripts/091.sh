#!/bin/bash
set -euxo pipefail
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
ZIP=$(echo ecommerce-app-v1.zip)
mkdir -p /var/log/shop
timedatectl set-timezone Asia/Tokyo
mkdir -p '/root' && cd '/root'
aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP}" "${ZIP}"
unzip -o 'ecommerce-app-v1.zip' > /dev/null 2>&1
rm -f *.zip
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > '/root/ecommerce-app-v1/.env'
cd ecommerce-app-v1
for step in install build; do
  /root/.local/share/pnpm/bin/pnpm "$step"
done
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/bin/pm2 start ./start.sh
/root/.local/share/pnpm/bin/pm2 list
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
