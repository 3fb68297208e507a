#!/bin/bash -e
BUCKET=tenarai-blueprint-sample-code-983911888049-us-east-1
ZIP=./ecommerce-app-v1.zip
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
shopt -s nullglob
main() {
mkdir -p '/home/ec2-user' && cd '/home/ec2-user'
aws s3 cp --no-progress "${S3_URI}" "${ZIP}" &
wait $!
unzip -o './ecommerce-app-v1.zip' -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 '/home/ec2-user'/
rm -rf __MACOSX
cd '/home/ec2-user/ecommerce-app-v1'
printf '%s\n' install build | xargs -n 1 /root/.local/share/pnpm/pnpm
lines=(NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf')
printf '%s\n' "${lines[@]}" > '/home/ec2-user/ecommerce-app-v1/.env'
/root/.local/share/pnpm/pm2 startOrRestart ecosystem.config.js
for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done
}
main "$@"