#!/usr/bin/env bash
set -x
exec > /var/log/user-data.log 2>&1
export HOME=/root USER=root
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
ZIP='ecommerce-app-v1.zip'
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP}" "${ZIP}" &
wait $!
unzip -o "${ZIP}" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 '/srv/shop'
cd ecommerce*/
i=0
until /root/.local/share/pnpm/bin/pnpm install; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
/root/.local/share/pnpm/bin/pnpm build
lines=(NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf')
printf '%s\n' "${lines[@]}" > .env
/root/.local/share/pnpm/bin/pm2 delete all || true
/root/.local/share/pnpm/bin/pm2 describe shop > /dev/null && /root/.local/share/pnpm/bin/pm2 restart shop || /root/.local/share/pnpm/bin/pm2 start npm --name shop -- start
env PATH=$PATH:/usr/bin /root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
