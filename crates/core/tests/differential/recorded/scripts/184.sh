#!/bin/bash
set -o errexit
set -o nounset
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
printf -v SECRET_ARN '%s' 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
ZIP="/root/ecommerce-app-v1.zip"
TOOLS=$(echo /root/.local/share/pnpm)
log() { echo "[$(date +%T)] $*"; }
log begin
main() {
mkdir -p "/var/www" && cd "/var/www"
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}"; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -qo "/root/ecommerce-app-v1.zip" -d "${BASE}"; cd /root
cd ecommerce-app-v1/
printf 'AURORA_SECRET_ARN=%s\n' "${SECRET_ARN}" > .env
${TOOLS}/pnpm i || exit 1
${TOOLS}/pnpm run build || exit 1
if ! "$TOOLS"/pm2 start; then echo 'no start'; exit 1; fi
exit 0
"$TOOLS"/pm2 startup systemd -u root --hp /root
}
main "$@"
