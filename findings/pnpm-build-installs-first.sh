#!/usr/bin/env bash
# Finding: `pnpm build` in a folder without node_modules.
#
#   pnpm 10.34.7             fails: the program of the dependency isn't there.
#   pnpm 11.28.6, 12.21.0    run `pnpm install` first by themselves, then the build, and end with 0.
#
# So a first boot whose script forgets `pnpm install` fails or works by the version of pnpm in the image, and whoever
# judges such a script without knowing the image can prove neither.
#
# Needs npm and a Linux on x86-64 or arm64; the packages come from npm's registry into a folder that is removed at the end.
# Exits with 1 as soon as any of this is no longer so.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" CI=true
mkdir -p "$HOME"

# pnpm 11 and later want Node.js 22.
npm install --silent --no-fund --no-audit --prefix "$work/node" node@22.21.1
export PATH="$work/node/node_modules/.bin:$PATH"

build_without_install() { # VERSION, prints the exit status and whether the dependency was there in the end
  npm install --silent --no-fund --no-audit --prefix "$work/$1" "pnpm@$1"
  local shop="$work/shop-$1" status=0
  mkdir -p "$shop/tool"
  printf '{"name":"tool","version":"1.0.0","bin":"tool.js"}\n' >"$shop/tool/package.json"
  printf '#!/usr/bin/env node\nconsole.log("built")\n' >"$shop/tool/tool.js"
  chmod +x "$shop/tool/tool.js"
  printf '{"name":"shop","version":"1.0.0","scripts":{"build":"tool"},"dependencies":{"tool":"file:./tool"}}\n' >"$shop/package.json"
  (cd "$shop" && "$work/$1/node_modules/.bin/pnpm" build >"$work/$1.log" 2>&1) || status=$?
  echo "$status $([ -d "$shop/node_modules/tool" ] && echo installed || echo absent)"
}

failed=0
expect() { # VERSION SEEN WANTED
  echo "pnpm $1: $2"
  [ "$2" = "$3" ] || { echo "  changed; before: $3"; sed 's/^/  /' "$work/$1.log"; failed=1; }
}
expect 10.34.7 "$(build_without_install 10.34.7)" "1 absent"
expect 11.28.6 "$(build_without_install 11.28.6)" "0 installed"
expect 12.21.0 "$(build_without_install 12.21.0)" "0 installed"
exit "$failed"
