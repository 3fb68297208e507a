# For root, inside Session Manager on {{base_instance}}. Safe to run again.
(
  if [ "$(id -u)" -ne 0 ]; then
    echo "Not root yet: run sudo -i, then paste this again." >&2
    exit 1
  fi
  export HOME=/root USER=root PATH="/root/.local/share/pnpm:$PATH"
  cd /root
  if [ -z "$(command -v pm2)" ]; then
    echo "pm2 is not in /root/.local/share/pnpm: is this {{base_instance}}?" >&2
    exit 1
  fi

  # Empty the logs while pm2 still knows them, forget every process,
  # then save the empty list so that nothing can be brought back from it.
  pm2 flush </dev/null || true
  pm2 delete all </dev/null || true
  pm2 save --force </dev/null || true

  # Remove the unit that starts pm2 at boot.
  for unit in /etc/systemd/system/pm2-*.service; do
    if [ -e "$unit" ]; then
      systemctl disable --now "$(basename "$unit")" || true
      rm -f "$unit"
    fi
  done
  systemctl daemon-reload

  # Sources and archives of every version, and what unzip left beside them.
  # Only these names: the tools in /root/.local stay.
  app="{{app_folder}}"
  family=$(printf '%s' "$app" | sed 's/[0-9]*$//')
  family="${family:-$app}"
  find /root -mindepth 1 -maxdepth 1 \
    \( -name "$family*" -o -name "._$family*" -o -name __MACOSX -o -name .DS_Store \) \
    -exec rm -rf -- {} +

  echo "--- 1. pm2 list: no process"
  pm2 list </dev/null || true
  echo "--- 2. start-up units of pm2: no line"
  ls /etc/systemd/system | grep '^pm2-' || true
  echo "--- 3. /root: total 0"
  ls -l /root
  echo "--- 4. port {{port}}: no line"
  ss -Hltnp "sport = :{{port}}"
)
