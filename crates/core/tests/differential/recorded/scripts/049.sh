#!/usr/bin/bash
cat > /root/deploy.sh <<'SCRIPT'
set -ex
exec 3>&1 >/var/log/a.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
declare BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare APP_DIR='/root/ecommerce-app-v1'
declare ZIP="/root/ecommerce-app-v1.zip"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp --only-show-errors ${S3_URI} ${ZIP:-/root/ecommerce-app-v1.zip}
unzip -o ${APP_DIR}.zip -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 /root/
rm -rf __MACOSX
cd -P ${APP_DIR} && pwd
step() {
  case "$1" in
    install) /root/.local/share/pnpm/pnpm install --frozen-lockfile ;;
    build) /root/.local/share/pnpm/pnpm build ;;
    *) return 1 ;;
  esac
}
step install
step build
cat <<-EOF > .env
	AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
	EOF
/root/.local/share/pnpm/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/pm2 start
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
/root/.local/share/pnpm/pm2 list
SCRIPT
su - root -c 'bash /root/deploy.sh'