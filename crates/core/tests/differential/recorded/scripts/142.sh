#!/bin/sh
set -x
exec >> /var/log/shop.log 2>&1
export HOME=/root
export PNPM_HOME="/root/.local/share/pnpm"
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
BASE="/root"
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
# main() {
mkdir -p /root && cd "$_"
until aws s3 cp --quiet "${S3_URI}" "/root/ecommerce-app-v1.zip"; do sleep 5; done
python3 -m zipfile -e "${BASE}/ecommerce-app-v1.zip" "/root"
rm -rf __MACOSX
install -m 600 /dev/null "/root/ecommerce-app-v1/.env"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "/root/ecommerce-app-v1/.env"
cd ecommerce-app-v1
i=0
until pnpm install; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm build
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
main "$@"
