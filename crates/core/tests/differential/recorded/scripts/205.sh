#!/bin/bash
PNPM_HOME=/root/.local/share/pnpm/bin
case ":$PATH:" in
  *":$PNPM_HOME:"*) ;;
  *) export PATH="$PNPM_HOME:$PATH" ;;
esac
BUCKET="tenarai-blueprint-sample-code-983911888049-us-east-1"
KEY="ec-site-tenarai-sample/ecommerce-app-v1.zip"
SECRET_ARN=$(echo arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf)
ZIP='ecommerce-app-v1.zip'
S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
test -d /srv/shop || mkdir -p /srv/shop; cd /srv/shop
( aws s3 cp --region us-east-1 s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP} ecommerce-app-v1.zip )
unzip -o ${ZIP}
rm -f /tmp/app.zip
cd /srv/shop/ecommerce-app-v1
printf '%s\n' "AURORA_SECRET_ARN=${SECRET_ARN:-arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf}" > .env
timeout 900 pnpm install
nice -n 5 pnpm build
nohup pnpm start > /var/log/shop.log 2>&1 &
echo done
echo done

