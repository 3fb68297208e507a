#!/bin/bash -xeu
set -eu
trap 'echo failed in line $LINENO' ERR
HOME=/root; export HOME
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
ZIP=/tmp/shop.zip
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
main() {
mkdir -p /opt && cd /opt
until aws s3 cp ${S3_URI} /tmp/shop.zip; do sleep 5; done
unzip -o ${ZIP} -d /opt
rm -rf __MACOSX
line='AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
echo "$line" > /opt/ecommerce-app-v1/.env
if [ -d /opt/ecommerce-app-v1 ]; then
  cd /opt/ecommerce-app-v1
else
  echo 'no folder'; exit 1
fi
i=0
until pnpm install --reporter append-only; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm run build
pnpm start
}
main "$@"
