#! /bin/bash
set -x
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
declare -r KEY= "ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare -r SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
declare -r APP_DIR="/root/ecommerce-app-v1"
declare -r S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
(
mkdir -p /root && cd "$_"
curl -fsSL -o "/tmp/app.zip" "$(aws s3 presign "${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}")"
unzip -q -o "/tmp/app.zip"
ls -la
cd ecommerce-app-v1
{
  echo 'NODE_ENV=production'
  echo "AURORA_SECRET_ARN=${SECRET_ARN}"
} > .env
/root/.local/share/pnpm/bin/pnpm install --reporter append-only
/root/.local/share/pnpm/bin/pnpm build
/root/.local/share/pnpm/bin/pm2 kill
/root/.local/share/pnpm/bin/pnpm start &
/root/.local/share/pnpm/bin/pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
)
