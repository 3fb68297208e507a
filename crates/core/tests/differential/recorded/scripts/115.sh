#!/bin/bash
cat > /root/deploy.sh <<'SCRIPT'
set -euxo pipefail
export HOME=/root USER=root
export PATH="$PATH:/root/.local/share/pnpm"
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
  export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
ulimit -n 512
log() { echo "[$(date +%T)] $*"; }
log begin
mkdir -p "/srv/shop" && cd "/srv/shop"
until aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/tmp/app.zip"; do sleep 5; done
[[ -s "/tmp/app.zip" ]] && unzip -o "/tmp/app.zip" -d "/srv/shop"
find . -name '._*' -delete
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > "/srv/shop/ecommerce-app-v1/.env"
cd ecommerce-app-v1
while read -r step; do pnpm $step < /dev/null; done <<EOF
( install )
build
EOF
pm2 delete all 2>/dev/null
pm2 start pnpm --name shop -- start
exit 0
pm2 startup systemd -u root --hp /root
SCRIPT
su - root -c 'bash /root/deploy.sh'
