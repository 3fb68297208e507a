#! /bin/bash
set -ex
exec >> /var/log/shop.log 2>&1
on_exit() { echo "ended with $?"; }
trap on_exit EXIT
export HOME=/root
PNPM_HOME=/root/.local/share/pnpm
":$PATH:" case in
  *) export PATH="$PNPM_HOME:$PATH" ;;
  *":$PNPM_HOME:"*) ;;
esac
declare -r SECRET_ARN=arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!cluster-5f0c6a1e-aurora-AbCdEf
declare -r APP_DIR="/opt/ecommerce-app-v1"
declare -r ZIP=ecommerce-app-v1.zip
declare -r BASE="/opt"
command -v unzip >/dev/null || dnf install -y unzip
if [ $EUID -ne 0 ]; then echo root only; exit 1; fi
(
install -d "${BASE:-/opt}"
cd "${BASE:-/opt}" || exit 1
[ -f "${ZIP}" ] || aws s3 cp --quiet "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/${ZIP}" "${ZIP}"
unzip "${ZIP}"
rm -f *.zip
cd "${BASE}/ecommerce-app-v1" || exit 1
printf '%s\n' "AURORA_SECRET_ARN=${SECRET_ARN}" > .env
pnpm install && \
  pnpm build
pm2 start ecosystem.config.js
)
