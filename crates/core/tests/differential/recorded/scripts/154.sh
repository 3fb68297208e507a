#!/bin/sh
set -euo pipefail
exec >> /var/log/shop.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
done
export PATH
SECRET_ARN='arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
printf -v APP_DIR '%s' '/tmp/work/ecommerce-app-v1'
: "${ZIP:=/tmp/shop.zip}"
S3_URI=$(echo s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)
(
[ -d '/tmp/work' ] || mkdir -p '/tmp/work'
pushd '/tmp/work' > /dev/null
  aws s3 cp "${S3_URI}" "${ZIP}" && break
  sleep 5
done
unzip -oq '/tmp/shop.zip' || true; cd /root
rm -f /tmp/app.zip
pushd '/tmp/work/ecommerce-app-v1'
run() { echo "+ $*"; "$@"; }
run pnpm install
run pnpm run build
cat <<-EOF > "${APP_DIR}/.env"
	AURORA_SECRET_ARN=${SECRET_ARN}
	EOF
pm2 kill
cat > start.sh <<'S'
#!/bin/bash
cd /tmp/work/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh
)

