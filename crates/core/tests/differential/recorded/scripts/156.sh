#! /bin/bash
set -ex
( exec 3>&1 >/var/log/a.log 2>&1 )
export HOME=/root
export PNPM_HOME="/root/.local/share/pnpm"
printf -v APP_DIR '%s' '/root/ecommerce-app-v1'
ZIP=$(echo ecommerce-app-v1.zip)
BASE='/root'
swapon --show
echo "begin: $(date)"
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
export PATH="$PNPM_HOME:$PATH"
fi
aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP}" "${ZIP}"
python3 -m zipfile -e 'ecommerce-app-v1.zip' "${BASE}"
cd "${BASE}/ecommerce-app-v1"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> .env
time pnpm install --reporter append-only
time pnpm build
pm2 delete all || true
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start

