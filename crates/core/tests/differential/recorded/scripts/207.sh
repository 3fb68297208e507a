#!/usr/bin/bash
set -ex
sudo -u ec2-user trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
readonly BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
mkdir -p /opt && cd "$_"
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip '/root/ecommerce-app-v1.zip' > /dev/null
unzip -o '/root/ecommerce-app-v1.zip' -x '__MACOSX/*' -d '/opt'
rm -f *.zip
install -m 600 /dev/null '/opt/ecommerce-app-v1/.env'
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > '/opt/ecommerce-app-v1/.env'
cd "$(ls -d */ | grep ecommerce | head -n 1)"
/root/.local/share/pnpm/pnpm install &
pid=$!
wait $pid
/root/.local/share/pnpm/pnpm run build
/root/.local/share/pnpm/pm2 save
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
