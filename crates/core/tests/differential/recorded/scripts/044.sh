#!/usr/bin/env bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -eu
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
export KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
export SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "begin: $(date)"
if ! cd /opt 2>/dev/null; then
  mkdir -p /opt
  cd /opt
fi
curl -fsSL -o "/tmp/app.zip" "$(aws s3 presign "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}")"
unzip -o "/tmp/app.zip" 'ecommerce-app-v1/*' -d "/opt"
cd "/opt/ecommerce-app-v1" || exit 1
{ /root/.local/share/pnpm/pnpm install && /root/.local/share/pnpm/pnpm build; } || { echo 'build failed'; exit 1; }
grep -q AURORA "/opt/ecommerce-app-v1/.env" 2>/dev/null || echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> "/opt/ecommerce-app-v1/.env"
/root/.local/share/pnpm/pm2 delete all || true
/root/.local/share/pnpm/pm2 start /root/.local/share/pnpm/pnpm --name shop -- start
/root/.local/share/pnpm/pm2 list
SCRIPT
break
$(chmod +x /opt/deploy.sh)
/opt/deploy.sh
