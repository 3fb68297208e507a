#! /bin/bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -ex
trap 'rm -f /tmp/lock' EXIT
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
ZIP="./ecommerce-app-v1.zip"
cd /root
umask 022
mkdir -p /root && cd /root
aws s3 cp --only-show-errors s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP} || exit 1
unzip -oq ${ZIP:-./ecommerce-app-v1.zip} || true
rm -rf __MACOSX
touch /root/ecommerce-app-v1/.env
chmod 600 /root/ecommerce-app-v1/.env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> /root/ecommerce-app-v1/.env
cd ecommerce-app-v1
steps=(install build)
for step in "${steps[@]}"; do pnpm run $step 2>/dev/null || pnpm $step; done
pm2 start /root/ecommerce-app-v1/ecosystem.config.js
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
pm2 startup systemd -u root --hp /root
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
