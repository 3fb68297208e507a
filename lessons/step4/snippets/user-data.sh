#!/bin/bash
@en # Runs once, as root, on the first boot of every instance of the group.
@ja # グループのインスタンスが最初に起動したとき、root で1回だけ動く。
set -euo pipefail

@en # Everything below goes to this file and, as before, to the boot log.
@ja # ここから先の出力は、このファイルとシステムログの両方に残す。
exec > >(tee -a /var/log/ec-site-user-data.log) 2>&1
trap 'echo "ec-site: FAILED in line $LINENO"' ERR

@en # There is no login here, so nothing is set that a login would set.
@ja # ログインしていないので、ログイン時に決まる値は何もない。
@en # pnpm up to 10 keeps its programs in this folder, pnpm 11 and later in bin in it.
@ja # pnpm と pm2 の場所は、pnpm 10 まではこのフォルダー、11 からはその中の bin。
tools="{{tools}}"
export HOME=/root USER=root
export PATH="$tools/bin:$tools:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

echo "ec-site: 1 of 4, fetch the app"
aws s3 cp --no-progress "{{app_archive}}" "/root/{{app_folder}}.zip"
unzip -q -o "/root/{{app_folder}}.zip" -d /root

echo "ec-site: 2 of 4, tell it where the database secret is"
printf '%s\n' 'AURORA_SECRET_ARN={{secret_arn}}' > "/root/{{app_folder}}/.env"

echo "ec-site: 3 of 4, install and build (takes minutes)"
cd "/root/{{app_folder}}"
@en # pnpm lets no package run programs of its own. From 11 on it would end with an error for
@en # that; this option leaves it at a warning, and the shop works without them.
@ja # pnpm は、パッケージが自分のプログラムを動かすことを許さない。11 からはそれをエラーに
@ja # するので、警告にとどめるオプションを付ける。お店は、それらがなくても動く。
pnpm install --config.strict-dep-builds=false
pnpm run build

echo "ec-site: 4 of 4, start it, now and after every reboot"
pm2 start
pm2 save
pm2 startup systemd -u root --hp /root

echo "ec-site: ready"
