#!/bin/bash
su - root <<'SCRIPT'
set -x
exec > /var/log/user-data.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
HOME=/root; export HOME
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export ZIP=/tmp/app.zip
dnf install -y unzip
echo "begin: $(date)"
install -d /root
cd /root || exit 1
if ! aws s3 cp --quiet s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}; then
  echo failed
  exit 1
fi
[[ -s ${ZIP} ]] && unzip -o ${ZIP} -d /root
ls -la
cd -P /root/ecommerce-app-v1 && pwd
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
pnpm install --frozen-lockfile
pnpm run build
pm2 start
pm2 startup systemd -u root --hp /root
pm2 save
SCRIPT
