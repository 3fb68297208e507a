#!/usr/bin/env bash
cat > /tmp/deploy.sh <<'SCRIPT'
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
declare -r APP_DIR="/tmp/work/ecommerce-app-v1"
declare -r BASE="/tmp/work"
install -d "/tmp/work"
cd "/tmp/work" || exit 1
aws s3 cp --no-progress "s3://${BUCKET:-tenarai-blueprint-sample-code-983911888049-us-east-1}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip"
unzip -o "ecommerce-app-v1.zip" 'ecommerce-app-v1/*' -d "/tmp/work"
ls -la
touch "${APP_DIR}/.env"
chmod 600 "${APP_DIR}/.env"
echo "AURORA_SECRET_ARN=${SECRET_ARN}" >> "${APP_DIR}/.env"
cd -P "${BASE}/ecommerce-app-v1" && pwd
/root/.local/share/pnpm/bin/pnpm install --reporter append-only
/root/.local/share/pnpm/bin/pnpm build
/root/.local/share/pnpm/bin/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/bin/pnpm start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
bash /tmp/deploy.sh