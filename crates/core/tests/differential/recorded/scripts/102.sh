#!/usr/bin/bash
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -o errexit
su ec2-user -c 'set -o nounset'
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare KEY='ec-site-tenarai-sample/ecommerce-app-v1.zip'
declare ZIP='/tmp/shop.zip'
declare BASE="/srv/shop"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
which aws && echo found
mkdir -p "${BASE}" && cd "${BASE}"
aws s3 cp --no-progress "${S3_URI}" '/tmp/shop.zip' || exit 1
python3 -m zipfile -e "${ZIP}" "${BASE:-/srv/shop}"
cd -P "${BASE}/ecommerce-app-v1" && pwd
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > .env
pnpm i
pnpm run build
pm2 delete all 2>/dev/null
pnpm start
echo done
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
