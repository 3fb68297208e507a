#!/usr/bin/bash
set -eu
trap 'rm -f /tmp/lock' EXIT
HOME=/root; export HOME
printf -v KEY '%s' 'ec-site-tenarai-sample/ecommerce-app-v1.zip' \
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
printf -v APP_DIR '%s' '/home/ec2-user/ecommerce-app-v1'
ZIP='/tmp/shop.zip'
# fetch and start
main() {
cd /home/ec2-user || { mkdir -p /home/ec2-user; cd /home/ec2-user; }
retry() { local n=0; until "$@"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }
retry aws s3 cp --quiet 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"
[[ -s "${ZIP}" ]] && unzip -o "${ZIP}" -d '/home/ec2-user'
find . -name '._*' -dellete
cd ecommerce-app-v1
i=0
until /root/.local/share/pnpm/pnpm install --reporter append-only; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
/root/.local/share/pnpm/pnpm build
echo "AURORA_SECRET_ARN=${SECRET_ARN}" | tee "${APP_DIR}/.env"
/root/.local/share/pnpm/pm2 start ecosystem.config.js
}
main "$@"
