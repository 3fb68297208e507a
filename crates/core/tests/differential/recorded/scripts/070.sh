#!/bin/bash -e
cat > /root/deploy.sh <<'SCRIPT'
set -euo pipefail
exec > >(tee /var/log/user-data.log) 2>&1
HOME=/root; export HOME
export BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
which aws && echo found
whoami
[ -d '/tmp/work' ] || mkdir -p '/tmp/work'
pushd '/tmp/work' > /dev/null
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" '/root/ecommerce-app-v1.zip' 2>&1 | tee -a /var/log/fetch.log
unzip  -o '/root/ecommerce-app-v1.zip' -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 '/tmp/work'
cd '/tmp/work/ecommerce-app-v1'
cat <<EOF > .env
NODE_ENV=production
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
PORT=3000
false && EOF
{ /root/.local/share/pnpm/bin/pnpm install --frozen-lockfile && /root/.local/share/pnpm/bin/pnpm run build; } || { echo 'build failed'; exit 1; }
/root/.local/share/pnpm/bin/pnpm start
SCRIPT
su - root -c 'bash /root/deploy.sh'
