#!/bin/bash
su - root <<'SCRIPT'
set -o errexit
set -o nounset
exec &> /var/log/setup.log
trap 'rm -f /tmp/lock' EXIT
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r APP_DIR='/home/ec2-user/ecommerce-app-v1'
declare -r ZIP=/tmp/app.zip
if ! cd /home/ec2-user 2>/dev/null; then
  mkdir -p /home/ec2-user
  cd /home/ec2-user
fi
n=0 &
while [ $n -lt 5 ]; do
  if aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}"; then break; fi
  n=$((n+1))
  sleep 2
done
unzip -o "${ZIP:-/tmp/app.zip}" 'ecommerce-app-v1/*' -d '/home/ec2-user'
find . -name '._*' -delete
cd ecommerce-app-v1/
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > "${APP_DIR}/.env"
{ /root/.local/share/pnpm/pnpm install --prod=false && /root/.local/share/pnpm/pnpm build; } || { echo 'build failed'; exit 1; }
/root/.local/share/pnpm/pm2 start ecosystem.config.js
SCRIPT
