#! /bin/bash
set -euo pipefail
exec >> /var/log/shop.log 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
printf -v APP_DIR '%s' '/opt/ecommerce-app-v1'
: "${BASE:=/opt}"
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
TOOLS="/root/.local/share/pnpm"
main() {
mkdir -p "${BASE}" && cd "${BASE}"
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip"; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -o "ecommerce-app-v1.zip" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "${BASE}"
rm -f /tmp/app.zip
cd ecommerce-app-v1/
if /root/.local/share/pnpm/pnpm i; then
  /root/.local/share/pnpm/pnpm build
else
  exit 1
fi
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf" "${APP_DIR}/.env"
if ! ${TOOLS}/pm2 start; then echo 'no start'; exit 1; fi
exit 0
}
main "$@"

