 #!/bin/bash
set -euo pipefail
trap '' HUP
export HOME=/root
. /root/.bash_profile
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
: "${APP_DIR:=/srv/shop/ecommerce-app-v1}"
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
main() {
install -d /srv/shop
cd /srv/shop || exit 1
aws s3 cp --no-progress s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip || { echo 'no archive' >&2; exit 1; }
[[ -s ./ecommerce-app-v1.zip ]] && unzip -o ./ecommerce-app-v1.zip -d /srv/shop
find . -name '._*' -delete
grep -q AURORA /srv/shop/ecommerce-app-v1/.env 2>/dev/null || echo "AURORA_SECRET_ARN=${SECRET_ARN}" >> /srv/shop/ecommerce-app-v1/.env
cd "$(ls -d */ | grep ecommerce | head -n 1)"
pnpm install --reporter append-only
pnpm run build
pm2 kill
pm2 startOrRestart ecosystem.config.js
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
exit 0
}
main "$@"
