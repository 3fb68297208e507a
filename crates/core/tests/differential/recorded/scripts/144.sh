#!/usr/bin/env bash
trap 'echo failed in line $LINENO' ERR
export HOME=/root USER=root
readonly BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly APP_DIR="/root/ecommerce-app-v1"
readonly ZIP='/root/ecommerce-app-v1.zip'
readonly S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly TOOLS="/root/.local/share/pnpm"
cd /root
umask 022
main() {
mkdir -p "/root" && cd "/root"
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${APP_DIR}.zip"
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/root"/
rm -rf __MACOSX
cd "${APP_DIR:-/root/ecommerce-app-v1}" || exit 1
{ $TOOLS/pnpm install --reporter append-only && $TOOLS/pnpm run build; } || { echo 'build failed'; exit 1; }
grep -q AURORA .env 2>/dev/null || echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> .env
"$TOOLS"/pm2 delete all 2>/dev/null
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
"$TOOLS"/pm2 start ./start.sh
"$TOOLS"/pm2 list
}
main "$@"
