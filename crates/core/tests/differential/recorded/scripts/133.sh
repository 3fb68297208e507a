#!/bin/bash
bash -s <<'SCRIPT'
set -eu
export HOME=/root
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" \
mkdir -p /root && cd /root
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --only-show-errors ${S3_URI} /tmp/shop.zip
unzip -oq /tmp/shop.zip || true
find . -name '._*' -delete
cat > /root/ecommerce-app-v1/.env <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cd /root/ecommerce-app-v1
/root/.local/share/pnpm/bin/pnpm install && \ | tee -a /var/log/x.log
  /root/.local/share/pnpm/bin/pnpm build
/root/.local/share/pnpm/bin/pm2 kill
/root/.local/share/pnpm/bin/pm2 start /root/ecommerce-app-v1/ecosystem.config.js
SCRIPT

