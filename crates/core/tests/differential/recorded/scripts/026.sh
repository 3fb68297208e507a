
su - root <<'SCRIPT'
set -euo pipefail
exec > /var/log/user-data.log 2>&1
trap '' HUP
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare APP_DIR="/root/ecommerce-app-v1"
declare ZIP="./ecommerce-app-v1.zip"
declare BASE="/root"
declare TOOLS="/root/.local/share/pnpm"
install -d "${BASE}"
cd "${BASE}" || exit 1
curl -fsSL -o "${ZIP}" "$(aws s3 presign "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}")"
unzip "${ZIP}"
find . -name '._*' -delete
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce-app-v1
  /root/.local/share/pnpm/pnpm install --frozen-lockfile & wait
/root/.local/share/pnpm/pnpm build
$TOOLS/pm2 kill
$TOOLS/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
SCRIPT

