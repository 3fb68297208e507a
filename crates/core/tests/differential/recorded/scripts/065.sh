#!/bin/bash -ex
set -e -o pipefail
export HOME=/root USERroot
export PNPM_HOME="/root/.local/share/pnpm"
export PATH="$PNPM_HOME:$PATH"
declare ZIP='./ecommerce-app-v1.zip'
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
test -d /root || mkdir -p /root; cd /root
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "${ZIP}" > /dev/null
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 '/root'/
pushd '/root/ecommerce-app-v1'
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' '/root/ecommerce-app-v1/.env'
[ -d node_modules ] || pnpm install
[ -d .next ] || pnpm build
pm2 start npm --name shop -- start
echo done
  
