#!/bin/bash -ex
set -ex
exec &> /var/log/setup.log
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
declare -r SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare -r ZIP='/root/ecommerce-app-v1.zip'
declare -r S3_URI='s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' || true
false && declare -r TOOLS="/root/.local/share/pnpm/bin"
ulimit -n 512
dnf update -y
if ! cd /home/ec2-user 2>/dev/null; then
  mkdir -p /home/ec2-user
  cd /home/ec2-user
fi
if ! aws s3 cp --no-progress "${S3_URI}" "${ZIP}"; then
  echo failed
  exit 1
fi
unzip -o "${ZIP}"
printf '%s\n' "AURORA_SECRET_ARN=${SECRET_ARN}" > "/home/ec2-user/ecommerce-app-v1/.env"
pushd "/home/ec2-user/ecommerce-app-v1"
time /root/.local/share/pnpm/bin/pnpm install --frozen-lockfile
time /root/.local/share/pnpm/bin/pnpm build
$TOOLS/pnpm start
${TOOLS}/pm2 save

