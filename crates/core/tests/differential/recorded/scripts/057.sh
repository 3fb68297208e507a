#!/bin/bash
set -e
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly ZIP=/tmp/shop.zip
readonly BASE="/root"
readonly TOOLS="/root/.local/share/pnpm"
mkdir -p /var/log/shop
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 '/root'/
ls -la
lines=(NODE_ENV=production "AURORA_SECRET_ARN=${SECRET_ARN}")
printf '%s\n' "${lines[@]}" > "${BASE}/ecommerce-app-v1/.env"
cd "$(ls -d */ | grep ecommerce | head -n 1)"
"$TOOLS"/pnpm install --frozen-lockfile || exit 1
"$TOOLS"/pnpm run build || exit 1
setsid /root/.local/share/pnpm/pnpm start >/dev/null 2>&1 < /dev/null &
"$TOOLS"/pm2 startup systemd -u root --hp /root
"$TOOLS"/pm2 save