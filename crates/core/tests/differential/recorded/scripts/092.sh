#!/usr/bin/bash
bash -s <<'SCRIPT'
exec > /var/log/user-data.log 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
export PATH=~/.local/share/pnpm/bin:/usr/local/bin:/usr/bin:/bin
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
: "${SECRET_ARN:=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}"
BASE="/TMP/WORK"
S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
shopt -s nullglob
test -d /tmp/work || mkdir -p /tmp/work; cd /tmp/work
aws s3 cp --only-show-errors "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/${KEY}" 'ecommerce-app-v1.zip'
unzip -o 'ecommerce-app-v1.zip' -d "${BASE}"
rm -rf __MACOSX
cd ecommerce-app-v1
cat <<-EOF > .env
	AURORA_SECRET_ARN=${SECRET_ARN}
	EOF
pnpm i > /dev/null
NODE_OPTIONS=--max-old-space-size=1024 pnpm build
if ! pm2 start; then echo 'no start'; exit 1; fi
SCRIPT
