@en # For root, inside Session Manager on {{base_instance}}. Safe to run again.
@ja # {{base_instance}} の Session Manager で、root として実行する。何度実行してもよい。
(
  if [ "$(id -u)" -ne 0 ]; then
@en     echo "Not root yet: run sudo -i, then paste this again." >&2
@ja     echo "まだ root ではありません。sudo -i の後で、もう一度貼り付けてください。" >&2
    exit 1
  fi
@en   # pnpm up to 10 keeps its programs in this folder, pnpm 11 and later in bin in it.
@ja   # pnpm と pm2 の場所は、pnpm 10 まではこのフォルダー、11 からはその中の bin。
  tools="{{tools}}"
  export HOME=/root USER=root PATH="$tools/bin:$tools:$PATH"
  cd /root
  if [ -z "$(command -v pm2)" ]; then
@en     echo "pm2 is not in $tools: is this {{base_instance}}?" >&2
@ja     echo "$tools に pm2 がありません。ここは {{base_instance}} ですか？" >&2
    exit 1
  fi

@en   # Empty the logs while pm2 still knows them, forget every process,
@ja   # pm2 が覚えているうちにログを空にし、プロセスをすべて消してから、
@en   # then save the empty list so that nothing can be brought back from it.
@ja   # 空の一覧を保存する。これで何も復活しない。
@en   # With no process left pm2 calls that an error; it is none here.
@ja   # プロセスがなければ pm2 はエラーだと言うが、ここでは問題ない。
  pm2 flush </dev/null || true
  pm2 delete all </dev/null || true
  pm2 save --force </dev/null || true

@en   # Remove the unit that starts pm2 at boot.
@ja   # 起動時に pm2 を始めるユニットを取り除く。
  for unit in /etc/systemd/system/pm2-*.service; do
    if [ -e "$unit" ]; then
      systemctl disable --now "$(basename "$unit")" || true
      rm -f "$unit"
    fi
  done
  systemctl daemon-reload

@en   # Sources and archives of every version, and what unzip left beside them.
@ja   # どの版のソースとアーカイブも、unzip が横に残したものも消す。
@en   # Only these names: the tools stay.
@ja   # 消すのはこの名前だけ。道具は残す。
  app="{{app_folder}}"
  family=$(printf '%s' "$app" | sed 's/[0-9]*$//')
  family="${family:-$app}"
  find /root -mindepth 1 -maxdepth 1 \
    \( -name "$family*" -o -name "._$family*" -o -name __MACOSX -o -name .DS_Store \) \
    -exec rm -rf -- {} +

@en   echo "--- 1. pm2 list: no process"
@ja   echo "--- 1. pm2 list: プロセスなし"
  pm2 list </dev/null || true
@en   echo "--- 2. start-up units of pm2: no line"
@ja   echo "--- 2. pm2 の自動起動ユニット: 表示なし"
  ls /etc/systemd/system | grep '^pm2-' || true
@en   echo "--- 3. /root: total 0"
@ja   echo "--- 3. /root: total 0 だけ"
  ls -l /root
@en   echo "--- 4. port {{port}}: no line"
@ja   echo "--- 4. ポート {{port}}: 表示なし"
  ss -Hltnp "sport = :{{port}}"
@en   echo "--- For the tutor: copy the next line."
@ja   echo "--- チューター用: 次の1行をコピーする。"
  apps=$(pm2 jlist </dev/null 2>/dev/null | tail -n 1)
  case "$apps" in
    "["*) apps=$(printf '%s' "$apps" | grep -o '"pm_id"' | wc -l) ;;
    *) apps=unknown ;;
  esac
  units=$(ls /etc/systemd/system | grep -c '^pm2-')
  listening=$(ss -Hltn "sport = :{{port}}" | wc -l)
  echo "cleaned pm2=$apps startup=$units sources=$(ls /root | wc -l) port=$listening"
)
