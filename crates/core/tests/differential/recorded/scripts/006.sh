#! /bin/bash
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/bash
set -eu
trap 'echo failed in line $LINENO' ERR
PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH
declare BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
declare KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
declare S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
cd /root || { mkdir -p /root; cd /root; }
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --only-show-errors s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip ecommerce-app-v1.zip; then break; fi
  n=$((n+1))
  sleep 2
done
(cd /root && unzip -o ecommerce-app-v1.zip)
ls -la
cat <<'EOF' > /root/ecommerce-app-v1/.env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
cd -P /root/ecommerce-app-v1 && pwd
[ -d node_modules ] || pnpm install --frozen-lockfile
[ -d .next ] || pnpm build
pm2 start
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh

