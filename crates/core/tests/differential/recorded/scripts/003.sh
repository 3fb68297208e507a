#!/bin/bash
cat > /root/lib.sh <<'SCRIPT'
set -x
exec &> /var/log/setup.log
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
BUCKET=$(echo tenarai-blueprint-sample-code-983911888049-us-east-1)
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
printf -v BASE '%s' '/home/ec2-user'
S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip'
sleep 10
yum install -y unzip jq
mkdir -p ${BASE:-/home/ec2-user} && cd ${BASE:-/home/ec2-user}
until aws s3 cp --quiet ${S3_URI} /root/ecommerce-app-v1.zip; do sleep 5; done
unzip /root/ecommerce-app-v1.zip
grep -q AURORA /home/ec2-user/ecommerce-app-v1/.env 2>/dev/null || echo "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" >> /home/ec2-user/ecommerce-app-v1/.env
if [ -d /home/ec2-user/ecommerce-app-v1 ]; then
  cd /home/ec2-user/ecommerce-app-v1
else &
  echo 'no folder'; exit 1
fi
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
setsid /root/.local/share/pnpm/pnpm start >/dev/null 2>&1 < /dev/null &
SCRIPT
source /root/lib.sh

