#!/bin/bash
set -o errexit
set -o nounset
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap '' HUP
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
export BASE="/tmp/work"
sleep 10
cd /root
main() {
test -d /tmp/work || mkdir -p /tmp/work; cd /tmp/work
if ! aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"; then
  echo failed
  exit 1
fi
yes | unzip "./ecommerce-app-v1.zip"
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > "${BASE}/ecommerce-app-v1/.env"
cd ecommerce-app-v1
step() {
  case "$1" in
    install) pnpm install --frozen-lockfile ;;
    build) pnpm run build ;;
    *) return 1 ;;
  esac
}
step install
step build
pm2 delete all 2>/dev/null
pm2 start npm --name shop -- start
pm2 startup systemd -u root --hp /root
pm2 save
}
main "$@"
