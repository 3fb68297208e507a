#! /bin/bash
exec 3>&1 >/var/log/a.log 2>&1
trap 'rm -f /tmp/lock' EXIT
export HOME=/root
PNPM_HOME=/root/.local/share/pnpm
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
: "${BUCKET:=tenarai-blueprint-sample-code-983911888049-us-east-1}"
ZIP="ecommerce-app-v1.zip"
mkdir -p '/srv/shop'
cd '/srv/shop'
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp "s3://${BUCKET}/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}"; then break; fi
  n=$((n+1)) || true
  sleep 2
done
false && python3 -m zipfile -e 'ecommerce-app-v1.zip' '/srv/shop'
cd ecommerce*/
( echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'; echo PORT=80 ) > .env
[ -d node_modules ] || pnpm install --prod=false
[ -d .next ] || pnpm build
cat > start.sh <<'S'
#!/bin/bash
cd /srv/shop/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
pm2 start ./start.sh

