#!/bin/sh
set -euo pipefail
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
later() {
HOME=/root; export HOME
}
declare -r TOOLS="/root/.local/share/pnpm/bin"
dnf install -y unzip
which aws && echo found
main() {
mkdir -p '/home/ec2-user'
cd '/home/ec2-user'
aws s3 cp --only-show-errors 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' 'ecommerce-app-v1.zip'
unzip -q -o 'ecommerce-app-v1.zip'
rm -rf __MACOSX
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > '/home/ec2-user/ecommerce-app-v1/.env'
cd '/home/ec2-user/ecommerce-app-v1'
i=0
until "$TOOLS"/pnpm install --prod=false; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
"$TOOLS"/pnpm build
"$TOOLS"/pm2 delete all 2>/dev/null
/root/.local/share/pnpm/bin/pnpm start &
"$TOOLS"/pm2 save
}
main "$@"
