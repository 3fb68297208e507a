#! /bin/bash
set -o errexit
set -o nounset
exec 3>&1 >/var/log/a.log 2>&1
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
echo "begin: $(date)"
mkdir -p '/tmp/work' && cd '/tmp/work'
until aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" '/tmp/shop.zip'; do sleep 5; done
[[ -s '/tmp/shop.zip' ]] && unzip -o '/tmp/shop.zip' -d '/tmp/work'
rm -rf __MACOSX
cd "$(ls -d */ | grep ecommerce | head -n 1)"
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > .env
timeout 900 /root/.local/share/pnpm/bin/pnpm i
nice -n 5 /root/.local/share/pnpm/bin/pnpm run build
cat > start.sh <<'S'
#!/bin/bash
cd /tmp/work/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/bin/pm2 start ./start.sh
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done

