#!/bin/bash
cat > /root/deploy.sh <<'SCRIPT'
set -e -o pipefail
exec 3>&1 >/var/log/a.log 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r ZIP="/tmp/shop.zip"
declare -r BASE=/root
echo "begin: $(date)"
dnf install -y unzip
test -d /root || mkdir -p /root; cd /root
aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}" &
wait $!
unzip -o "${ZIP}" > /dev/null 2>&1
rm -f *.zip
tee "${BASE}/ecommerce-app-v1/.env" <<EOF
AURORA_SECRET_ARN=${SECRET_ARN}
EOF
cd "/root/ecommerce-app-v1"
printf '%s\n' install build | xargs -n 1 /root/.local/share/pnpm/bin/pnpm
/root/.local/share/pnpm/bin/pm2 delete all || true
/root/.local/share/pnpm/bin/pm2 start npm --name shop -- start
/root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
SCRIPT
su - root -c 'bash /root/deploy.sh'
