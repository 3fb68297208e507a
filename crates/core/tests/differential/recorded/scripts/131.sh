#!/bin/bash -xeu
cat > /root/lib.sh <<'SCRIPT'
set -eu
exec >> /var/log/shop.log 2>&1
HOME=/root; export HOME
KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
printf -v BASE '%s' '/root'
# fetch and start
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
install -d '/root'
cd '/root' || exit 1
[ -f "${BASE}/ecommerce-app-v1.zip" ] || aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${BASE}/ecommerce-app-v1.zip"
yes | unzip "${BASE}/ecommerce-app-v1.zip"
find . -name '._*' -delete
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce*/
for step in install build; do
  /root/.local/share/pnpm/pnpm "$step"
done
/root/.local/share/pnpm/pm2 kill
setsid /root/.local/share/pnpm/pnpm start >/dev/null 2>&1 < /dev/null &
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
/home/ec2-user/.local/share/pnpm/pm2 save
SCRIPT
source /root/lib.sh
