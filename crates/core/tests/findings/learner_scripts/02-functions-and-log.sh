#!/bin/bash
set -euo pipefail
exec > /var/log/user-data.log 2>&1

readonly ARCHIVE="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly APP_DIR=/root/ecommerce-app-v1
readonly SECRET_ARN='arn:aws:secretsmanager:us-east-1:418602573914:secret:rds!cluster-8f14e45f-ceea-467f-a1d2-5f0c6b9d1e27-Qw3rTy'
export PATH="/root/.local/share/pnpm/bin:/root/.local/share/pnpm:$PATH"
export HOME=/root

# 日時つきでログに残す
log() {
  printf '[%s] %s\n' "$(date '+%F %T')" "$*"
}

fetch() {
  log "ソースを取得します"
  aws s3 cp "$ARCHIVE" /tmp/app.zip
  unzip -q -o /tmp/app.zip -d /root
  rm -f /tmp/app.zip
}

configure() {
  log ".env を作ります"
  cat > "$APP_DIR/.env" <<ENV
AURORA_SECRET_ARN=${SECRET_ARN}
ENV
}

build() {
  log "ビルドします（数分）"
  pnpm install
  pnpm build
}

main() {
  fetch
  configure
  cd "$APP_DIR"
  build
  log "起動します"
  pm2 start
  pm2 save
}

main "$@"
log "完了"
