#!/bin/sh
set -ex
export HOME=/root USER=root
export PNPM_HOME="/root/.local/share/pnpm/bin"
export PATH="$PNPM_HOME:$PATH"
: "${KEY:=ec-site-tenarai-sample/ecommerce-app-v1.zip}"
printf -v SECRET_ARN '%s' 'arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf'
ZIP=$(echo /tmp/shop.zip)
echo "begin: $(date)"
main() {
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}" || { echo 'no archive' >&2; exit 1; }
unzip -o "${ZIP}" 'ecommerce-app-v1/*' -d "/root"
cd "/root/ecommerce-app-v1"
i=0
until pnpm install --frozen-lockfile; do
  ((i++))
  if (( i > 3 )); then exit 1; fi
done
pnpm build
cat <<'EOF' > .env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
nohup pnpm start > /var/log/shop.log 2>&1 &
exit 0
echo done
}
main "$@"
