#!/bin/bash
su - root <<'SCRIPT'
set -x
exec &> /var/log/setup.log
trap '' HUP
export HOME=/root
declare -r BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r BASE="/var/www"
sleep 10
EOF
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip 'ecommerce-app-v1.zip' > /dev/null
unzip -o 'ecommerce-app-v1.zip' 'ecommerce-app-v1/*' -d "${BASE}"
cd "${BASE}/ecommerce-app-v1"
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > "${BASE}/ecommerce-app-v1/.env"
eval "/root/.local/share/pnpm/pnpm install --frozen-lockfile"
eval /root/.local/share/pnpm/pnpm build
setsid /root/.local/share/pnpm/pnpm start >/dev/null 2>&1 < /dev/null &
exit 0
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
SCRIPT

