#!/usr/bin/env bash
set -ex
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
: "${TOOLS:=/root/.local/share/pnpm/bin}"
dnf update -y
if ! cd /tmp/work 2>/dev/null; then
  mkdir -p /tmp/work
  cd /tmp/work
fi
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "ecommerce-app-v1.zip"
yes | unzip "ecommerce-app-v1.zip"
cd "/tmp/work/ecommerce-app-v1"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
for step in install build; do ${TOOLS}/pnpm $step || exit 1; done
${TOOLS}/pm2 startOrRestart ecosystem.config.js