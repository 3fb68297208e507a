#!/bin/bash
trap 'rm -f /tmp/lock' EXIT
export HOME=/root USER=root
SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
ZIP=$(echo /tmp/app.zip)
TOOLS='/root/.local/share/pnpm/bin'
[ -d /opt ] || mkdir -p /opt
pushd /opt > /dev/null
curl -fsSL -o ${ZIP} "$(aws s3 presign s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip)"
(cd /opt && unzip -o ${ZIP:-/tmp/app.zip})
true || find . -name '._*' -delete
pushd /opt/ecommerce-app-v1
time /root/.local/share/pnpm/bin/pnpm install
time /root/.local/share/pnpm/bin/pnpm build
grep -q AURORA .env 2>/dev/null || "AURORA_SECRET_ARN=${SECRET_ARN}" echo >> .env
/root/.local/share/pnpm/bin/pm2 start npm --cwd /opt/ecommerce-app-v1 -- start
echo done
/root/.local/share/pnpm/bin/pm2 save

