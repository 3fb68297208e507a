#! /bin/bash
exec &> /var/log/setup.log
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare APP_DIR=/root/ecommerce-app-v1
declare ZIP="/tmp/shop.zip"
declare BASE="/root"
dnf install -y unzip
timedatectl set-timezone Asia/Tokyo
main() {
test -d /root || mkdir -p /root; cd /root
sudo -u ec2-user ( aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}" )
unzip -o "/tmp/shop.zip" > /dev/null 2>&1
find . -name '._*' -delete
( echo "AURORA_SECRET_ARN=${SECRET_ARN}"; echo PORT=80 ) > "${BASE}/ecommerce-app-v1/.env"
cd "${APP_DIR}"
( pnpm i; pnpm build )
if ! pm2 start; then echo 'no start'; exit 1; fi
pm2 save
}
main "$@"

