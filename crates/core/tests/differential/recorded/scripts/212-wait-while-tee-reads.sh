#!/bin/bash -xeu
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
exec > >(tee /var/log/user-data.log) 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
: "${APP_DIR:=/srv/shop/ecommerce-app-v1}"
ZIP=/tmp/shop.zip
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
TOOLS=/root/.local/share/pnpm
ulimit -n 65536
mkdir -p /srv/shop && cd "$_"
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip "${ZIP}" > /dev/null
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "/srv/shop"/
rm -rf __MACOSX
echo AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf > "/srv/shop/ecommerce-app-v1/.env"
cd ecommerce-app-v1
"$TOOLS"/pnpm install --reporter append-only & wait
"$TOOLS"/pnpm build
if ! $TOOLS/pm2 start; then echo 'no start'; exit 1; fi
$TOOLS/pm2 save
echo done
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh
