#!/bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -eu
trap '' HUP
export HOME=/root
export SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
export APP_DIR="/srv/shop/ecommerce-app-v1"
export ZIP="/tmp/app.zip"
export BASE='/srv/shop'
export TOOLS="/root/.local/share/pnpm"
echo "begin: $(date)"
mkdir -p "${BASE}"
cd "${BASE}"
until aws s3 cp 's3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip' '/tmp/app.zip'; do sleep 5; done
unzip -o "${ZIP}" > /dev/null 2>&1
find . -name '._*' -delete | tee -a /var/log/x.log
cd ecommerce-app-v1
echo "AURORA_SECRET_ARN=${SECRET_ARN}" > /tmp/env.new && mv /tmp/env.new .env
steps=(install build)
for step in "${steps[@]}"; do "$TOOLS"/pnpm run $step 2>/dev/null || "$TOOLS"/pnpm $step; done
/root/.local/share/pnpm/pnpm start
su ec2-user -c 'SCRIPT'
chmod +x /opt/deploy.sh
/opt/deploy.sh
