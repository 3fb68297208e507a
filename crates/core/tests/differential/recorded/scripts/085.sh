#!/bin/bash -ex
cat > /root/lib.sh <<'SCRIPT'
set -eu
exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1
trap 'echo "$BASH_COMMAND" >&2; exit 1' ERR
HOME=/root; export HOME
readonly KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
readonly S3_URI=s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip
mkdir -p '/root'
cd '/root'
aws \
  s3 cp \
  "${S3_URI}" \
  '/root/ecommerce-app-v1.zip'
python3 -m zipfile -e '/root/ecommerce-app-v1.zip' '/root'
if [ -d '/root/ecommerce-app-v1' ]; then
  cd '/root/ecommerce-app-v1'
else
  echo 'no folder'; exit 1
fi
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pnpm i && \
  /root/.local/share/pnpm/pnpm build
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/pm2 start ./start.sh
SCRIPT
source /root/lib.sh