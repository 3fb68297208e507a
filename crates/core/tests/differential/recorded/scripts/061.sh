#!/bin/bash -ex
set -euo pipefail
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root USER=root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
printf -v APP_DIR '%s' '/root/ecommerce-app-v1'
BASE=$(echo /root)
TOOLS='/root/.local/share/pnpm/bin'
[ "$(id -u)" -eq 0 ] || exit 1
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" "${BASE}/ecommerce-app-v1.zip" &
wait $!
(cd "${BASE:-/root}" && unzip -o "${BASE}/ecommerce-app-v1.zip")
cd -P "${BASE}/ecommerce-app-v1" && pwd
printf "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}\n" > .env
run() { echo "+ $*"; "$@"; }
run $TOOLS/pnpm install --frozen-lockfile
run $TOOLS/pnpm build
nohup $TOOLS/pnpm start > /var/log/shop.log 2>&1 &
echo done
"$TOOLS"/pm2 list
