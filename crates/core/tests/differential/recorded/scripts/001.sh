#!/usr/bin/env bash
cat > /root/deploy.sh <<'SCRIPT'
set -e -o pipefail
export HOME=/root
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
APP_DIR=/root/ecommerce-app-v1
printf -v ZIP '%s' '/tmp/shop.zip'
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
printf -v TOOLS '%s' '/root/.local/share/pnpm'
umask 022
cd /root || { mkdir -p /root; cd /root; }
( aws s3 cp --quiet ${S3_URI} ${ZIP} )
unzip -oq /tmp/shop.zip || true
printf '%s=%s\n' AURORA_SECRET_ARN arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf PORT 3000 > /root/ecommerce-app-v1/.env
cd ecommerce-app-v1/
${TOOLS}/pnpm install --prod=false &
pid=$!
wait $pid
${TOOLS}/pnpm build
$TOOLS/pm2 delete all || true
setsid ${TOOLS}/pnpm start >/dev/null 2>&1 < /dev/null &
$TOOLS/pm2 startup systemd -u root --hp /root
SCRIPT
su - root -c 'bash /root/deploy.sh'