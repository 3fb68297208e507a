#!/bin/bash -e
set -e -o pipefail
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root USER=root
PNPM_HOME=/root/.local/share/pnpm
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
export KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
export ZIP="/tmp/shop.zip"
swapon --show
swapon --show
[ -d '/root' ] || mkdir -p '/root'
pushd '/root' > /dev/null
until aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" "${ZIP}"; do sleep 5; done
unzip -o "${ZIP}" -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 '/root'
rm -f *.zip
cd ecommerce-app-v1
grep -q AURORA .env 2>/dev/null || echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' >> .env
[ -d node_modules ] || pnpm install
[ -d .next ] || pnpm build
pm2 delete all || true
pnpm start &