#!/usr/bin/bash
cat > /tmp/deploy.sh <<'SCRIPT'
set -euxo pipefail
export PATH=~/.local/share/pnpm:/usr/local/bin:/usr/bin:/bin
readonly APP_DIR=/tmp/work/ecommerce-app-v1
readonly ZIP="/tmp/app.zip"
readonly BASE="/tmp/work"
mkdir -p /var/log/shop
cd /root
mkdir -p /tmp/work && cd "$_"
aws s3 cp --no-progress s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}
unzip -o ${ZIP} -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 ${BASE}/
find . -name '._*' -delete
cat <<'EOF' > ${BASE}/ecommerce-app-v1/.env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
EOF
cd ecommerce-app-v1
steps=(install build)
for step in "${steps[@]}"; do pnpm run $step 2>/dev/null || pnpm $step; done
pm2 kill
if ! pm2 start; then echo 'no start'; exit 1; fi
SCRIPT
bash /tmp/deploy.sh
