#! /bin/bash
cat > /root/deploy.sh <<'SCRIPT'
set -euxo pipefail
exec >> /var/log/shop.log 2>&1
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
TOOLS="/root/.local/share/pnpm"
whoami
test -d /root || mkdir -p /root; cd /root
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip './ecommerce-app-v1.zip' > /dev/null
(cd '/root' && unzip -o './ecommerce-app-v1.zip')
rm -rf __MACOSX
cd -P '/root/ecommerce-app-v1' && pwd
cat <<-EOF > '/root/ecommerce-app-v1/.env'
	AURORA_SECRET_ARN=${SECRET_ARN}
	EOF
time $TOOLS/pnpm install --prod=false
time $TOOLS/pnpm run build
$TOOLS/pm2 describe shop > /dev/null && $TOOLS/pm2 restart shop || $TOOLS/pm2 start npm --name shop -- start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
exit 0
SCRIPT
su - root -c 'bash /root/deploy.sh'
