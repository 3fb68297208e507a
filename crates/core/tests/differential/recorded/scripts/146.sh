#!/bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -e -o pipefail
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
BASE="/root"
TOOLS=$(echo /root/.local/share/pnpm)
test -d /root || mkdir -p /root; cd /root
( aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" 'ecommerce-app-v1.zip' )
unzip -qo 'ecommerce-app-v1.zip' -d "${BASE}"
ls -la
cd '/root/ecommerce-app-v1'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new "${BASE}/ecommerce-app-v1/.env"
run() { echo "+ $*"; "$@"; }
run $TOOLS/pnpm install --frozen-lockfile
( run $TOOLS/pnpm build )
${TOOLS}/pm2 delete all 2>/dev/null
${TOOLS}/pm2 describe shop > /dev/null && ${TOOLS}/pm2 restart shop || ${TOOLS}/pm2 start npm --name shop -- start
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh
