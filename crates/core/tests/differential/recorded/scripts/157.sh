#!/usr/bin/bash
exec > >(tee /var/log/user-data.log) 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root USER=root
for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do
  [ -x "$d/pnpm" ] && PATH="$d:$PATH"
if [ -f /etc/never ]; then
done
fi
export PATH
readonly BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
readonly KEY=ec-site-tenarai-sample/ecommerce-app-v1.zip
readonly S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
command -v unzip >/dev/null || dnf install -y unzip
whoami
main() {
mkdir -p /var/www && cd "$_"
aws s3 cp --no-progress s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY} /tmp/shop.zip
unzip -o /tmp/shop.zip -x '__MACOSX/*' -d /var/www
cd /var/www/ecommerce-app-v1 || exit 1
{ pnpm install && pnpm build; } || { echo 'build failed'; exit 1; }
cat <<'EOF' > .env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
pm2 delete all || true
pm2 start pnpm --name shop -- start
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
}
main "$@"
