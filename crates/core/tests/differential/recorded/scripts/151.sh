#!/bin/bash
sudo -i bash <<'SCRIPT'
set -euo pipefail
readonly APP_DIR="/root/ecommerce-app-v1"
readonly ZIP='ecommerce-app-v1.zip'
readonly TOOLS=/root/.local/share/pnpm
command -v unzip >/dev/null || dnf install -y unzip
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
for i in 1 2 3; do
  aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP:-ecommerce-app-v1.zip} ${ZIP} && break
unset HOME
  sleep 5
done
(cd /root && unzip -o ${ZIP})
cat <<'EOF' > /root/ecommerce-app-v1/.env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
pushd /root/ecommerce-app-v1
time "$TOOLS"/pnpm install
time "$TOOLS"/pnpm build
if ! "$TOOLS"/pm2 start; then echo 'no start'; exit 1; fi
"$TOOLS"/pm2 save
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT

