#!/bin/sh
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo failed in line $LINENO' ERR
export HOME=/root
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
ZIP=$(echo ./ecommerce-app-v1.zip)
# fetch and start
sleep 10
{
[ -d /home/ec2-user ] || mkdir -p /home/ec2-user
pushd /home/ec2-user > /dev/null
if ! aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip; then
  echo failed
  exit 1
fi
[[ -s ${ZIP} ]] && unzip -o ${ZIP} -d /home/ec2-user
find . -name '._*' -delete
cd ecommerce-app-v1
run() { echo "+ $*"; "$@"; }
run /root/.local/share/pnpm/pnpm install
run /root/.local/share/pnpm/pnpm build
cat <<< 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /home/ec2-user/ecommerce-app-v1/.env
/root/.local/share/pnpm/pm2 startOrRestart ecosystem.config.js
} 2>&1 | tee -a /var/log/deploy.log
