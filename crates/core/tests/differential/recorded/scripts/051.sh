#!/bin/bash
sudo -i bash <<'SCRIPT'
set -o errexit
set -o nounset
trap 'echo failed in line $LINENO' ERR
export HOME=/root USER=root
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
APP_DIR='/root/ecommerce-app-v1'
printf -v ZIP '%s' '/root/ecommerce-app-v1.zip'
mkdir -p '/root'
cd '/root'
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --quiet 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"
unzip -o "${APP_DIR}.zip" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 '/root'/
ls -la
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > "${APP_DIR}/.env"
cd ecommerce-app-v1/
pnpm install --prod=false \
pnpm build
pnpm start
pm2 list
pm2 startup systemd -u root --hp /root
SCRIPT
