#!/bin/sh
set -ex
exec > /var/log/user-data.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
source ~/.bashrc
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
main() {
mkdir -p '/root' && cd '/root'
aws s3 cp --only-show-errors "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY:-ec-site-tenarai-sample/ecommerce-app-v1.zip}" './ecommerce-app-v1.zip' || exit 1
unzip -o './ecommerce-app-v1.zip' -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 '/root'
ls -la
cd ecommerce-app-v1/
echo 'AURORA_SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"' > .env
step() {
  case "$1" in
    install) pnpm install --reporter append-only ;;
    build) pnpm build ;;
    *) return 1 ;;
  esac
}
step install
step build
pm2 start
}
main "$@"
