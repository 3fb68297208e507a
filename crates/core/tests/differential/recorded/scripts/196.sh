#!/usr/bin/env bash
set -euo pipefail
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
readonly SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
readonly APP_DIR="/tmp/work/ecommerce-app-v1"
whoami
main() {
if ! cd /tmp/work 2>/dev/null; then
  mkdir -p /tmp/work
  cd /tmp/work
fi
for i in 1 2 3; do
  aws s3 cp --only-show-errors s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip /tmp/shop.zip && break
  sleep 5
done
unzip -o /tmp/shop.zip > /dev/null 2>&1
printf '%s\n' "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/work/ecommerce-app-v1/.env
cd ecommerce*/
for step in install build; do pnpm $step || exit 1; done
pm2 delete all || true
pnpm start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
main "$@"

