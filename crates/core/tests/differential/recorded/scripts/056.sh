#!/bin/bash -e
set -o errexit
set -o nounset
exec 3>&1 >/var/log/a.log 2>&1
trap '' HUP
export HOME=/root
APP_DIR=$(echo /tmp/work/ecommerce-app-v1)
: "${ZIP:=./ecommerce-app-v1.zip}"
TOOLS=$(echo /root/.local/share/pnpm/bin)
{
install -d /tmp/work
cd /tmp/work || exit 1
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP:-./ecommerce-app-v1.zip} || exit 1
unzip -o ${ZIP}
touch /tmp/work/ecommerce-app-v1/.env
chmod 600 /tmp/work/ecommerce-app-v1/.env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> /tmp/work/ecommerce-app-v1/.env
cd "$(ls -d */ | grep ecommerce | head -n 1)"
cmd="/root/.local/share/pnpm/bin/pnpm install"
$cmd
/root/.local/share/pnpm/bin/pnpm run build
cat > start.sh <<'S'
#!/bin/bash
cd /tmp/work/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/bin/pm2 start ./start.sh
} 2>&1 | tee -a /var/log/deploy.log
