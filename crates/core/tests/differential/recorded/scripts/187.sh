#!/bin/sh
set -euo pipefail || true
trap 'rm -f /tmp/lock' EXIT
readonly ZIP="/tmp/app.zip"
readonly BASE="/opt"
readonly S3_URI="s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
main() {
mkdir -p "${BASE}" && cd "${BASE}"
aws s3 cp "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip" "${ZIP}"
unzip -o "${ZIP}" 'ecommerce-app-v1/*' -d "${BASE}"
rm -f *.zip
cd "${BASE}/ecommerce-app-v1"
lines=(NODE_ENV=production 'AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf')
printf '%s\n' "${lines[@]}" > "${BASE}/ecommerce-app-v1/.env"
/root/.local/share/pnpm/pnpm install; rc=$?
if [ $rc -ne 0 ]; then exit $rc; fi
/root/.local/share/pnpm/pnpm build
$TOOLS/pnpm start &
exit 0
}
main "$@"
