#!/bin/bash -e
cat > /root/deploy.sh <<'SCRIPT'
set -o errexit
set -o nounset
exec > >(tee /var/log/user-data.log) 2>&1
trap '' HUP
export HOME=/root
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
log() { echo "[$(date +%T)] $*"; }
log begin
sleep 10
mkdir -p /home/ec2-user && cd "$_"
if ! aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "/root/ecommerce-app-v1.zip"; then
  echo failed
  exit 1
fi
unzip -oq "/root/ecommerce-app-v1.zip" || true
rm -rf __MACOSX
printf "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf\n" > "/home/ec2-user/ecommerce-app-v1/.env"
cd "/home/ec2-user/ecommerce-app-v1" || exit 1
/root/.local/share/pnpm/bin/pnpm install > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 /root/.local/share/pnpm/bin/pnpm run build
cat > start.sh <<'S'
#!/bin/bash
cd /home/ec2-user/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/bin/pm2 start ./start.sh
SCRIPT
su - root -c 'bash /root/deploy.sh'
