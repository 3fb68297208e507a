#!/bin/bash
set -ex
exec > >(tee /var/log/user-data.loglogger -t user-data -s 2>/dev/console) 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r APP_DIR="/home/ec2-user/ecommerce-app-v1"
declare -r ZIP="/tmp/app.zip"
declare -r BASE="/home/ec2-user"
declare -r TOOLS="/root/.local/share/pnpm"
dnf update -y
(
install -d /home/ec2-user
cd /home/ec2-user || exit 1
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP} 2>&1 | tee -a /var/log/fetch.log
yes | unzip /tmp/app.zip
printf "AURORA_SECRET_ARN=${SECRET_ARN}\n" > ${APP_DIR:-/home/ec2-user/ecommerce-app-v1}/.env
cd ${BASE}/ecommerce-app-v1 || exit 1
i=0
until $TOOLS/pnpm install; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
$TOOLS/pnpm build
${TOOLS}/pm2 delete all || true
if ! ${TOOLS}/pm2 start; then echo 'no start'; exit 1; fi
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
)
