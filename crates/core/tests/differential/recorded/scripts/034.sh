#!/usr/bin/env bash
bash -s <<'SCRIPT'
set -e
exec > /var/log/user-data.log 2>&1
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
: "${APP_DIR:=/home/ec2-user/ecommerce-app-v1}"
BASE='/home/ec2-user'
which aws && echo found
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
mkdir -p /home/ec2-user && cd "$_"
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" 'ecommerce-app-v1.zip'
unzip -o 'ecommerce-app-v1.zip' > /dev/null 2>&1
rm -f /tmp/app.zip
pushd "${BASE}/ecommerce-app-v1"
{ pnpm install --frozen-lockfile && pnpm build; } || { echo 'build failed'; exit 1; }
cat <<'EOF' > .env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
pm2 delete all 2>/dev/null
pm2 start
pm2 startup systemd -u root --hp /root
SCRIPT

