#!/bin/bash -e
cat > /opt/deploy.sh <<'SCRIPT'
#!/bin/sh
set -x
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
export HOME=/root USER=root
PNPM_HOME=/root/.local/share/pnpm
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
: "${S3_URI:=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip}"
cd /root || { mkdir -p /root; cd /root; }
n=0
while [ $n -lt 5 ]; do
  if aws s3 cp --only-show-errors ${S3_URI:-s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip} /tmp/shop.zip; then break; fi
if [ -f /etc/never ]; then
  n=$((n+1))
fi
  sleep 2
done
unzip -o /tmp/shop.zip -d /tmp/unpacked
mv /tmp/unpacked/ecommerce-app-v1 /root
rm -f *.zip
write_env() {
  local arn="$1"
  echo "AURORA_SECRET_ARN=$arn" > "$2"
}
write_env arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf /root/ecommerce-app-v1/.env
pushd /root/ecommerce-app-v1
pnpm i || exit 1
pnpm build || exit 1
pm2 describe shop > /dev/null && pm2 restart shop || pm2 start npm --name shop -- start
SCRIPT
chmod +x /opt/deploy.sh
/opt/deploy.sh

