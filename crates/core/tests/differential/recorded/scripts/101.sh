#!/bin/bash -ex
set -o errexit
set -o nounset
exec > /var/log/user-data.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
APP_DIR='/tmp/work/ecommerce-app-v1'
: "${ZIP:=/root/ecommerce-app-v1.zip}"
timedatectl set-timezone Asia/Tokyo
shopt -s nullglob
mkdir -p /tmp/work && cd "$_"
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}"
unzip -oq "${ZIP:-/root/ecommerce-app-v1.zip}" || true
ls -la
cd "/tmp/work/ecommerce-app-v1" || exit 1
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > .env
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 kill; cd /root
/root/.local/share/pnpm/pm2 start /tmp/work/ecommerce-app-v1/ecosystem.config.js
echo done
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
