#!/bin/bash -ex
set -ex
exec 3>&1 >/var/log/a.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
declare -r APP_DIR="/home/ec2-user/ecommerce-app-v1"
log() { echo "[$(date +%T)] $*"; }
log begin
sleep 10
{
cd /home/ec2-user || { mkdir -p /home/ec2-user; cd /home/ec2-user; }
[ -f "./ecommerce-app-v1.zip" ] || aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"
unzip -o "./ecommerce-app-v1.zip" -x '__MACOSX/*' -d "/home/ec2-user"
rm -rf __MACOSX
cd "${APP_DIR}" || exit 1
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > .env
/root/.local/share/pnpm/pnpm install --prod=false || exit 1
/root/.local/share/pnpm/pnpm run build || exit 1
cat > start.sh <<'S'
#!/bin/bash
cd /home/ec2-user/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/pm2 start ./start.sh
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
} 2>&1 | tee -a /var/log/deploy.log

