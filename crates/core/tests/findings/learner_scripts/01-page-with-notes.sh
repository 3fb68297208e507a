#!/bin/bash
# ---- EC サイト デプロイ用（5/20 作成） ----
export HOME=/root          # これがないと pm2 list に出ないらしい
export LANG=ja_JP.UTF-8
cd /root

# 1) ソースを S3 から取ってきて展開
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip ./ecommerce-app-v1.zip
unzip -o ecommerce-app-v1.zip

# 2) シークレットの ARN（自分のやつ！）
cd /root/ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:418602573914:secret:rds!cluster-8f14e45f-ceea-467f-a1d2-5f0c6b9d1e27-Qw3rTy' > /root/ecommerce-app-v1/.env

# 3) インストールとビルド
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build

# 4) 起動 → 自動起動も設定
/root/.local/share/pnpm/pm2 start
/root/.local/share/pnpm/pm2 save
/root/.local/share/pnpm/pm2 startup
