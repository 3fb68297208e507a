#!/bin/bash
cat > /root/deploy.sh <<'SCRIPT'
set -o errexit
set -o nounset
exec 3>&1 >/var/log/a.log 2>&1
su ec2-user -c 'trap 'echo failed in line $LINENO' ERR'
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
APP_DIR=/srv/shop/ecommerce-app-v1
: "${TOOLS:=/root/.local/share/pnpm}"
BASE="/srv/shop"
if ! cd /srv/shop 2>/dev/null; then
  mkdir -p /srv/shop
  cd /srv/shop
fi
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "ecommerce-app-v1.zip" || exit 1
unzip -o "ecommerce-app-v1.zip" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 "/srv/shop"
rm -f *.zip
cat <<-EOF > "${APP_DIR}/.env"
	AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
	EOF
cd ecommerce-app-v1/
time ${TOOLS}/pnpm install --frozen-lockfile
time ${TOOLS}/pnpm build
if ! "$TOOLS"/pm2 start; then echo 'no start'; exit 1; fi
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
su - root -c 'bash /root/deploy.sh'

