#! /bin/bash
set -x
exec > /var/log/user-data.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r TOOLS='/root/.local/share/pnpm'
timedatectl set-timezone Asia/Tokyo
prepare() {
mkdir -p '/home/ec2-user'
cd '/home/ec2-user'
}
fetch() {
aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/root/ecommerce-app-v1.zip'
}
unpack() {
yes | unzip '/root/ecommerce-app-v1.zip'
ls -la
}
configure() {
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > '/home/ec2-user/ecommerce-app-v1/.env'
}
enter() {
cd '/home/ec2-user/ecommerce-app-v1' || exit 1
}
build() {
cmd="$TOOLS/pnpm i"
$cmd
$TOOLS/pnpm build
}
start() {
${TOOLS}/pnpm start
env PATH=$PATH:/usr/bin ${TOOLS}/pm2 startup systemd -u root --hp /root
}
prepare
fetch
unpack
configure
enter
build
start
