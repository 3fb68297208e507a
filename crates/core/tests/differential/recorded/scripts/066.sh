#!/bin/bash
su - root <<'SCRIPT'
set -euo pipefail
trap '' HUP
export HOME=/root
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
: "${BASE:=/root}"
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
swapon --show
mkdir -p "${BASE}" && cd "${BASE}"
aws s3 cp --only-show-errors "${S3_URI}" "/tmp/shop.zip" || exit 1
unzip "/tmp/shop.zip"
cd "${BASE}/ecommerce-app-v1"
{
  echo 'NODE_ENV=production'
  echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
} > .env
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install
run /root/.local/share/pnpm/pnpm run build
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/pm2 start ./start.sh
SCRIPT
