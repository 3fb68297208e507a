#!/bin/bash -xeu
set -euo pipefail
readonly SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
readonly ZIP=/tmp/app.zip
readonly TOOLS="/root/.local/share/pnpm"
umask 022
main() {
install -d /root
cd /root || exit 1
aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ${ZIP}
unzip -o /tmp/app.zip -d /root
rm -f /tmp/app.zip
cd ecommerce-app-v1
/root/.local/share/pnpm/pnpm install --prod=false && /root/.local/share/pnpm/pnpm build
cat <<'EOF' > /root/ecommerce-app-v1/.env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
"$TOOLS"/pm2 start ""$TOOLS"/pnpm start" --name shop
}
main "$@"
