#!/usr/bin/env bash
# Finding: `pm2 start pnpm -- start` says that all is well and runs nothing, by how pnpm itself was set up.
#
#   pm2 6.0.14, 7.0.4    run whatever has no extension by node. The program `pnpm` that `pnpm setup` of 10.34.7 leaves in
#                        PNPM_HOME is a shell script, so node fails at its first lines; pm2 prints "Done" and ends with 0,
#                        and the shop's start script never runs.
#   `pm2 start "pnpm start"`, in one word, goes through a shell and runs it.
#
# So the exit status of pm2 proves no start, and the same line of a first boot works or doesn't by what is in the image.
#
# Needs npm and a Linux on x86-64 or arm64; the packages come from npm's registry into a folder that is removed at the end.
# pm2 gets a home of its own, and its daemon is ended. Exits with 1 as soon as any of this is no longer so.
set -euo pipefail

work=$(mktemp -d)
export HOME="$work/home" PM2_HOME="$work/pm2" PNPM_HOME="$work/pnpm-home" SHELL=/bin/bash CI=true
mkdir -p "$HOME" "$PNPM_HOME"
touch "$HOME/.bashrc"
pm2=true
end() {
  "$pm2" kill >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap end EXIT

npm install --silent --no-fund --no-audit --prefix "$work/pnpm" @pnpm/exe@10.34.7
"$work/pnpm/node_modules/.bin/pnpm" setup >"$work/setup.log" 2>&1
export PATH="$PNPM_HOME:$PATH"

mkdir -p "$work/shop"
printf '{"name":"shop","version":"1.0.0","scripts":{"start":"node shop.js"}}\n' >"$work/shop/package.json"
printf 'require("fs").writeFileSync("ran", ""); setInterval(() => {}, 1000)\n' >"$work/shop/shop.js"
cd "$work/shop"

started() { # ARGUMENTS..., prints pm2's exit status and whether the shop ran within ten seconds
  local status=0
  rm -f ran
  "$pm2" start "$@" >"$work/pm2.log" 2>&1 || status=$?
  for _ in $(seq 20); do [ -e ran ] && break; sleep 0.5; done
  "$pm2" delete all >/dev/null 2>&1 || true
  echo "$status $([ -e ran ] && echo runs || echo silent)"
}

failed=0
expect() { # WHAT SEEN WANTED
  echo "$1: $2"
  [ "$2" = "$3" ] || { echo "  changed; before: $3"; sed 's/^/  /' "$work/pm2.log"; failed=1; }
}
case $(head -c 2 "$PNPM_HOME/pnpm") in '#!') kind=script ;; *) kind=binary ;; esac
expect "pnpm in PNPM_HOME" "$kind" script
for version in 6.0.14 7.0.4; do
  npm install --silent --no-fund --no-audit --prefix "$work/pm2-$version" "pm2@$version"
  pm2="$work/pm2-$version/node_modules/.bin/pm2"
  expect "pm2 $version start pnpm -- start" "$(started pnpm -- start)" "0 silent"
  expect "pm2 $version start \"pnpm start\"" "$(started "pnpm start")" "0 runs"
  "$pm2" kill >/dev/null 2>&1 || true
done
exit "$failed"
