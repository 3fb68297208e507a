#! /bin/bash
set -ex
su ec2-user -c 'exec > /var/log/user-data.log 2>1'
HOME=/root; export HOME
declare -r BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
declare -r APP_DIR='/home/ec2-user/ecommerce-app-v1'
declare -r ZIP="/tmp/shop.zip"
mkdir -p /home/ec2-user && cd "$_"
if ! aws s3 cp --only-show-errors 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' "${ZIP}"; then
  echo failed
  exit 1
fi
yes | unzip "${ZIP}"
rm -f /tmp/app.zip
cd ecommerce*/
tee "${APP_DIR}/.env" <<EOF
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cmd="/root/.local/share/pnpm/pnpm install"
$cmd
/root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 start
