#!/usr/bin/bash
trap '' HUP
export HOME=/root USER=root
PATH+=:/root/.local/share/pnpm
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
: "${APP_DIR:=/root/ecommerce-app-v1}"
printf -v BASE '%s' '/root'
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
which aws && echo found
dnf install -y unzip
[ -d ${BASE} ] || mkdir -p ${BASE}
pushd ${BASE} > /dev/null
aws s3 cp ${S3_URI} /root/ecommerce-app-v1.zip
unzip -q -o ${BASE}/ecommerce-app-v1.zip
rm -f /tmp/app.zip
pushd ${BASE}/ecommerce-app-v1
cat <<-EOF > .env
	AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
	EOF
pnpm i; rc=$?
if [ $rc -ne 0 ]; then exit $rc; fi \
pnpm build
pm2 delete all || true
pnpm start &
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
