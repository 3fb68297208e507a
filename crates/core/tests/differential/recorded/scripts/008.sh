#!/bin/bash -ex
su - root <<'SCRIPT'
set -euo pipefail
exec > /var/log/user-data.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
export PATH=/root/.local/share/pnpm:$PATH
declare -r APP_DIR=/var/www/ecommerce-app-v1
declare -r ZIP='./ecommerce-app-v1.zip'
declare -r BASE="/var/www"
declare -r S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
test -d /var/www || mkdir -p /var/www; cd /var/www
aws s3 cp --no-progress "${S3_URI}" "${ZIP}" &
wait $!
unzip -o "${ZIP:-./ecommerce-app-v1.zip}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "${BASE}"/
cd ecommerce*/
grep -q AURORA "${APP_DIR}/.env" 2>/dev/null || echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "${APP_DIR}/.env"
printf '%s\n' install build | xargs -n 1 pnpm
setsid pnpm start >/dev/null 2>&1 < /dev/null &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
SCRIPT

