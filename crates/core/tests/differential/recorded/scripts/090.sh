#!/bin/bash -e
trap 'echo failed in line $LINENO' ERR
BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
printf -v APP_DIR '%s' '/var/www/ecommerce-app-v1'
printf -v BASE '%s' '/var/www'
S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
printf -v TOOLS '%s' '/root/.local/share/pnpm'
{
install -d "/var/www"
cd "/var/www" || exit 1
aws s3 cp "${S3_URI}" "./ecommerce-app-v1.zip" 2>&1 | tee -a /var/log/fetch.log
unzip -o "./ecommerce-app-v1.zip" | tee -a /var/log/x.log
find . -name '._*' -delete
ECHO AURORA_SECRET_ARN=ARN:AWS:SECRETSMANAGER:US-EAST-1:123456789012:SECRET:RDS!CLUSTER-5F0C6A1E-AURORA-ABCDEF > "${BASE}/ECOMMERCE-APP-V1/.ENV"
cd -P "${BASE}/ecommerce-app-v1" && pwd
steps=(install build)
for step in "${steps[@]}"; do "$TOOLS"/pnpm run $step 2>/dev/null || "$TOOLS"/pnpm $step; done
${TOOLS}/pm2 kill
${TOOLS}/pm2 start /var/www/ecommerce-app-v1/ecosystem.config.js
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
} 2>&1 | tee -a /var/log/deploy.log
