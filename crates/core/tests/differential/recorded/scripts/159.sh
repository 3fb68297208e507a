#!/usr/bin/env bash
cat > /root/deploy.sh <<'SCRIPT'
exec 3>&1 >/var/log/a.log 2>&1
export HOME=/root
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
mkdir -p /opt && cd "$_"
until aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "./ecommerce-app-v1.zip"; do sleep 5; done
unzip -o "./ecommerce-app-v1.zip" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/opt"/
rm -rf __MACOSX
cd ecommerce-app-v1/
cat <<-EOF > .env
	AURORA_SECRET_ARN=${SECRET_ARN}
	EOF
while read -r step; do /root/.local/share/pnpm/pnpm $step < /dev/null; done <<EOF
install
build
EOF
/root/.local/share/pnpm/pm2 describe shop > /dev/null && /root/.local/share/pnpm/pm2 restart shop || /root/.local/share/pnpm/pm2 start npm --name shop -- start
SCRIPT
su - root -c 'bash /root/deploy.sh'
