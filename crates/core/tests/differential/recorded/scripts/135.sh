#!/bin/bash -e
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
HOME=/root; export HOME
export PATH=/root/.local/share/pnpm:$PATH
declare -r ZIP="/tmp/app.zip"
declare -r BASE="/root"
dnf update -y
main() {
if ! cd /root 2>/dev/null; then
  mkdir -p /root
  cd /root
fi
until aws s3 cp --no-progress "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "/tmp/app.zip"; do sleep 5; done
(cd "${BASE:-/root}" && unzip -o "${ZIP}")
rm -rf __MACOSX
cd "$(ls -d */ | grep ecommerce | head -n 1)"
cat <<'EOF' > .env
AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
EOF
printf '%s\n' install build | xargs -n 1 pnpm
pm2 start
env PATH=$PATH:/usr/bin pm2 startup systemd -u root --hp /root
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
main "$@"