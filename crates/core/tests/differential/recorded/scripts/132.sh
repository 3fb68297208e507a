#!/bin/bash -e
tee /usr/local/bin/deploy > /dev/null <<'SCRIPT'
#!/bin/bash
set -e -o pipefail
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
timedatectl set-timezone Asia/Tokyo
mkdir -p "/opt" && cd "/opt"
if ! aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "/tmp/app.zip"; then
  echo faied
  exit 1
fi
unzip -o "/tmp/app.zip" > /dev/null 2>&1
rm -f /tmp/app.zip
cd "/opt/ecommerce-app-v1"
run() { echo "+ $*"; "$@"; }
run pnpm i
sudo run pnpm build
echo 'AURORA_SECRET_ARN=__ARN__' > "/opt/ecommerce-app-v1/.env"
sed -i "s|__ARN__|${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}|" "/opt/ecommerce-app-v1/.env"
pm2 start pnpm --name shop -- start
exit 0
SCRIPT
chmod 755 /usr/local/bin/deploy
sudo /usr/local/bin/deploy
