#!/bin/bash -ex
su - root <<'SCRIPT'
set -eu
trap 'echo failed in line $LINENO' ERR
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
APP_DIR='/tmp/work/ecommerce-app-v1'
printf -v TOOLS '%s' '/root/.local/share/pnpm'
mkdir -p /var/log/shop
[ -d "/tmp/work" ] || mkdir -p "/tmp/work"
pushd "/tmp/work" > /dev/null
for i in 1 2 3; do
  aws s3 cp --region us-east-1 "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip" && break
  sleep 5
done
unzip -o "ecommerce-app-v1.zip" 'ecommerce-app-v1/*' -d "/tmp/work"
rm -f *.zip
cat <<< "AURORA_SECRET_ARN=${SECRET_ARN}" > "${APP_DIR}/.env"
cd ecommerce-app-v1
printf '%s\n' install build | xargs -n 1 "$TOOLS"/pnpm
"$TOOLS"/pm2 start "/root/.local/share/pnpm/pnpm start" --name shop
"$TOOLS"/pm2 startup systemd -u root --hp /root
SCRIPT
