#!/bin/bash
cd /root
aws s3 cp s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip .
unzip -o ecommerce-app-v1.zip
cd ecommerce-app-v1
echo 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf' > .env
/root/.local/share/pnpm/pnpm install
/root/.local/share/pnpm/pnpm build
cat > ecosystem.config.js <<'J'
module.exports = { apps: [{ name: 'shop', script: 'npm', args: 'start', cwd: '/opt/ecommerce-app-v1' }] };
J
/root/.local/share/pnpm/pm2 start
