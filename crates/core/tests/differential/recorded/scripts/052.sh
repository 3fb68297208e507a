#!/bin/sh
set -eu
HOME=/root; export HOME
declare -r BUCKET='tenarai-blueprint-sample-code-983911888049-us-east-1'
declare -r KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
sleep 10
install -d '/root'
cd '/root' || exit 1
aws s3api get-object --bucket tenarai-blueprint-sample-code-983911888049-us-east-1 --key ec-site-tenarai-sample/ecommerce-app-v1.zip 'ecommerce-app-v1.zip' > /dev/null
unzip -o 'ecommerce-app-v1.zip' 'ecommerce-app-v1/*' -d '/root'
find . -name '._*' -delete
cd "$(ls -d */ | grep ecommerce | head -n 1)"
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > /tmp/env.new && mv /tmp/env.new .env
steps=(install build)
for step in "${steps[@]}"; do /root/.local/share/pnpm/pnpm run $step 2>/dev/null || /root/.local/share/pnpm/pnpm $step; done
sudo -u ec2-user /root/.local/share/pnpm/pm2 delete all || true
cat > start.sh <<'S'
#!/bin/bash
cd /root/ecommerce-app-v1; cd /root
exec npm start
S
chmod +x start.sh
/root/.local/share/pnpm/pm2 start ./start.sh
/root/.local/share/pnpm/pm2 list
/root/.local/share/pnpm/pm2 startup systemd -u root --hp /root
