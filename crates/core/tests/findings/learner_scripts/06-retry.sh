#!/bin/bash
# NAT がまだのときに失敗したので、つながるまで繰り返す
export HOME=/root
PNPM=/root/.local/share/pnpm/pnpm
PM2=/root/.local/share/pnpm/pm2
cd /root || exit 1

for i in 1 2 3 4 5; do
  aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ecommerce-app-v1.zip && break
  echo "${i} 回目の取得に失敗。10 秒待ちます"
  sleep 10
done
unzip -o ecommerce-app-v1.zip || exit 1

cd ecommerce-app-v1
{
  echo "# 自動で作成"
  echo "AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:418602573914:secret:rds!cluster-8f14e45f-ceea-467f-a1d2-5f0c6b9d1e27-Qw3rTy"
} > .env

"$PNPM" install || "$PNPM" install
"$PNPM" build && "$PM2" start && "$PM2" save
"$PM2" startup
