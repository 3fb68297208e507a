#!/usr/bin/bash
sudo -i bash <<'SCRIPT'
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
KEY=$(echo ec-site-tenarai-sample/ecommerce-app-v1.zip)
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
printf -v APP_DIR '%s' '/var/www/ecommerce-app-v1'
printf -v BASE '%s' '/var/www'
dnf update -y
shopt -s nullglob
if ! cd /var/www 2>/dev/null; then
  mkdir -p /var/www
  cd /var/www
fi
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" '/tmp/shop.zip' &
wait $!
python3 -m zipfile -e '/tmp/shop.zip' "${BASE}"
ls -la
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new "${BASE}/ecommerce-app-v1/.env"
cd ecommerce-app-v1
pnpm install --reporter append-only 2>&1 | tee -a /var/log/build.log
pnpm run build 2>&1 | tee -a /var/log/build.log
pm2 start npm --name shop -- start
pm2 save
pm2 save
SCRIPT
