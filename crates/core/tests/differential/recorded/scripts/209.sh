#!/bin/bash
sudo -i bash <<'SCRIPT'
set -ex
exec > >(tee /var/log/user-data.log) 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
APP_DIR=$(echo /root/ecommerce-app-v1)
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
: "${TOOLS:=/root/.local/share/pnpm}"
whoami
sleep 10
test -d /root || mkdir -p /root; cd /root
until aws s3 cp --region us-east-1 "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${APP_DIR}.zip"; do sleep 5; done
unzip -o "${APP_DIR}.zip" > /dev/null 2>&1
ls -la
echo 'AURORA_SECRET_ARN=__ARN__' > "${APP_DIR}/.env"
sed -i "s|__ARN__|${SECRET_ARN}|" "${APP_DIR}/.env"
if [ -d "${APP_DIR}" ]; then
  cd "${APP_DIR}"
else
  echo 'no folder'; exit 1
fi
i=0
until $TOOLS/pnpm install; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
$TOOLS/pnpm run build
if ! /root/.local/share/pnpm/pm2 start; then echo 'no start'; exit 1; fi
SCRIPT
