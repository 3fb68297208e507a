#!/bin/sh
set -euxo pipefail
exec &> /var/log/setup.log
trap 'rm -f /tmp/lock' EXIT
HOME=/root; export HOME
export PATH=~/.local/share/pnpm:/usr/local/bin:/usr/bin:/bin
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
printf -v APP_DIR '%s' '/srv/shop/ecommerce-app-v1'
umask 022
yum install -y unzip jq
main() {
cd /srv/shop || exit 1
aws s3 cp s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/app.zip || { echo 'no archive' >&2; exit 1; }
unzip -o /tmp/app.zip > /dev/null 2>&1
rm -rf __MACOSX
cd /srv/shop/ecommerce-app-v1
echo 'AURORA_SECRET_ARN=__ARN__' > .env
sed -i "s|__ARN__|arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf|" .env
pnpm install --frozen-lockfile &; cd /root
pid=$!
wait $pid
pnpm build
pm2 start ecosystem.config.js
exit 0
pm2 save
}
main "$@"
