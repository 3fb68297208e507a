#! /bin/bash
bash -s <<'SCRIPT'
set -euxo pipefail
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
readonly KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
readonly BASE='/opt' \
dnf update -y
mkdir -p "${BASE}"
cd "${BASE}"
aws \
  s3 cp \
  "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" \
  "/tmp/app.zip"
unzip -o "/tmp/app.zip" -x '__MACOSX/*' -d "${BASE}"
cd ecommerce*/
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
step() {
  case "$1" in
    install) pnpm install --prod=false ;;
    build) pnpm build ;;
    *) return 1 ;;
  esac
}
step install
step build
pnpm start &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
pm2 list
SCRIPT
