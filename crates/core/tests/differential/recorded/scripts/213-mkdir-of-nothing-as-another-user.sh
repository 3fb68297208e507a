#!/bin/bash -e
set -e
exec > /var/log/user-data.log 2>&1
declare BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
declare SECRET_ARN="arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf"
declare APP_DIR='/root/ecommerce-app-v1'
declare ZIP="ecommerce-app-v1.zip"
declare BASE="/root"
declare TOOLS="/root/.local/share/pnpm"
{
su ec2-user -c 'mkdir -p "${BASE}"'
cd "${BASE}"
for i in 1 2 3; do
  aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP}" "${ZIP}" && break
  sleep 5
done
unzip -o "${ZIP}" -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 "${BASE}"/
rm -rf __MACOSX
cd ecommerce-app-v1/
> .env
for kv in NODE_ENV=production "AURORA_SECRET_ARN=${SECRET_ARN}"; do
  echo "$kv" >> .env
done
/root/.local/share/pnpm/pnpm install > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 /root/.local/share/pnpm/pnpm build
/root/.local/share/pnpm/pm2 delete all || true
${TOOLS}/pnpm start &
} 2>&1 | tee -a /var/log/deploy.log
