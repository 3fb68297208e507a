#!/bin/bash -xeu
set -euo pipefail
exec >> /var/log/shop.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
cd /root || { mkdir -p /root; cd /root; }
( aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" '/root/ecommerce-app-v1.zip' )
unzip -o '/root/ecommerce-app-v1.zip'
cat > '/root/ecommerce-app-v1/.env' <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cd "$(ls -d */ | grep ecommerce | head -n 1)"
for step in install build; do
  /root/.local/share/pnpm/pnpm "$step"
done
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/pm2 start npm --name shop -- start
echo done