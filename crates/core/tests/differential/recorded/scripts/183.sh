#!/usr/bin/env bash
set -ex
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/ev/console) 2>&1
trap '' HUP
export HOME=/root
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
declare -r APP_DIR="/tmp/work/ecommerce-app-v1"
declare -r ZIP=/tmp/shop.zip
declare -r TOOLS="/root/.local/share/pnpm/bin"
sleep 10
dnf install -y unzip
[ -d '/tmp/work' ] || mkdir -p '/tmp/work'
pushd '/tmp/work' > /dev/null
for i in 1 2 3; do
  aws s3 cp --only-show-errors "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}" && break
  sleep 5
done
unzip -o "${ZIP}" -x '__MACOSX/*' -d '/tmp/work'
ls -la
cd ecommerce-app-v1/
timeout 900 "$TOOLS"/pnpm i
nice -n 5 "$TOOLS"/pnpm build
cat <<'EOF' > '/tmp/work/ecommerce-app-v1/.env'
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cat > start.sh <<'S'
#!/bin/bash
cd /tmp/work/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
"$TOOLS"/pm2 start ./start.sh
"$TOOLS"/pm2 save
