#!/bin/bash
set -euxo pipefail
exec &> /var/log/setup.log
HOME=/root; export HOME
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
printf -v BUCKET '%s' 'tenarai-blueprint-sample-code-983911888049-us-east-1'
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
command -v unzip >/dev/null || dnf install -y unzip
{
install -d /root
cd /root || exit 1
aws s3 cp ${S3_URI} /root/ecommerce-app-v1.zip
(cd /root && unzip -o /root/ecommerce-app-v1.zip)
find . -name '._*' -delete
echo "AURORA_SECRET_ARN=${SECRET_ARN}" >> /root/ecommerce-app-v1/.env
if [ -d /root/ecommerce-app-v1 ]; then
  cd /root/ecommerce-app-v1
else
  echo 'no folder'; exit 1
fi
pnpm install --prod=false > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 pnpm build
pm2 start
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
} 2>&1 | tee -a /var/log/deploy.log
