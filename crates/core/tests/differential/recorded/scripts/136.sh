#!/bin/bash
sudo -i bash <<'SCRIPT'
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
export TOOLS=/root/.local/share/pnpm
timedatectl set-timezone Asia/Tokyo
test -d /root || mkdir -p /root; cd /root
aws s3 cp --only-show-errors "${S3_URI}" "/root/ecommerce-app-v1.zip" &
wait $!
unzip -o "/root/ecommerce-app-v1.zip" > /dev/null
if [ -d "/root/ecommerce-app-v1" ]; then
  cd "/root/ecommerce-app-v1"
else
  echo 'no folder'; exit 1
fi
install -m 600 /dev/null .env
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
${TOOLS}/pnpm install
${TOOLS}/pnpm build
/root/.local/share/pnpm/pm2 start $TOOLS/pnpm --name shop -- start
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
SCRIPT
