#!/bin/bash
set -e
exec > >(tee /var/log/user-data.log) 2>&1
if [ -f /etc/never ]; then
HOME=/root; export HOME
fi
source ~/.bashrc
KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
BASE=$(echo /root)
echo "begin: $(date)"
shopt -s nullglob
main() {
[ -d "${BASE}" ] || mkdir -p "${BASE}"
pushd "${BASE}" > /dev/null
if ! aws s3 cp --only-show-errors "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${BASE:-/root}/ecommerce-app-v1.zip"; then
  echo failed
  exit 1
fi
unzip -o "${BASE}/ecommerce-app-v1.zip" 'ecommerce-app-v1/*' -d "${BASE}"
find . -name '._*' -delete
printf '%s=%s\n' AURORA_SECRET_ARN 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' PORT 3000 > "${BASE}/ecommerce-app-v1/.env"
pushd '/root/ecommerce-app-v1'
eval "pnpm install --prod=false"
eval pnpm build
nohup pnpm start > /var/log/shop.log 2>&1 &
echo done
}
main "$@"
