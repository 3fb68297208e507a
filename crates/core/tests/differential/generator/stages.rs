//! The stages of a deployment, each in the ways that people write it.

use super::super::script::{ARN, BUCKET, KEY};
use super::{Random, Style};

/// One of several ways, made only where it is chosen.
macro_rules! choose {
    ($random:expr, $($way:expr),+ $(,)?) => {{
        let ways: &[&dyn Fn(&mut Random) -> String] = &[$(&|random: &mut Random| { let _ = &random; $way(random) }),+];
        let chosen = $random.below(ways.len());
        ways[chosen]($random)
    }};
}

/// The first lines: options, log, traps, environment, and what does nothing for the shop.
pub fn head(style: &Style, random: &mut Random) -> Vec<String> {
    let mut lines = vec![
        random
            .one_of(&[
                "",
                "",
                "set -e",
                "set -eu",
                "set -euo pipefail",
                "set -euxo pipefail",
                "set -o errexit\nset -o nounset",
                "set -ex",
                "set -x",
                "set -e -o pipefail",
            ])
            .to_owned(),
    ];
    lines.push(
        random
            .one_of(&[
                "",
                "",
                "",
                "exec > /var/log/user-data.log 2>&1",
                "exec > >(tee /var/log/user-data.log) 2>&1",
                "exec >> /var/log/shop.log 2>&1",
                "exec > >(tee /var/log/user-data.log|logger -t user-data -s 2>/dev/console) 2>&1",
                "exec &> /var/log/setup.log",
                "exec 3>&1 >/var/log/a.log 2>&1",
            ])
            .to_owned(),
    );
    lines.push(
        random
            .one_of(&[
                "",
                "",
                "",
                "trap 'echo failed in line $LINENO' ERR",
                "trap 'rm -f /tmp/lock' EXIT",
                "on_exit() { echo \"ended with $?\"; }\ntrap on_exit EXIT",
                "trap 'echo \"$BASH_COMMAND\" >&2; exit 1' ERR",
                "trap '' HUP",
            ])
            .to_owned(),
    );
    lines.push(environment(style, random));
    lines.extend(style.assignments(random));
    for _ in 0..random.below(3) {
        lines.push(
            random
                .one_of(&[
                    "echo \"begin: $(date)\"",
                    "timedatectl set-timezone Asia/Tokyo",
                    "dnf install -y unzip",
                    "dnf update -y",
                    "yum install -y unzip jq",
                    "sleep 10",
                    "# fetch and start",
                    "hostnamectl set-hostname shop",
                    "mkdir -p /var/log/shop",
                    "umask 022",
                    "cd /root",
                    "whoami",
                    "[ \"$(id -u)\" -eq 0 ] || exit 1",
                    "if [ $EUID -ne 0 ]; then echo root only; exit 1; fi",
                    "command -v unzip >/dev/null || dnf install -y unzip",
                    "swapon --show",
                    "shopt -s nullglob",
                    "ulimit -n 512",
                    "which aws && echo found",
                    "log() { echo \"[$(date +%T)] $*\"; }\nlog begin",
                ])
                .to_owned(),
        );
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn environment(style: &Style, random: &mut Random) -> String {
    let folder = style.tools_folder;
    let mut lines = Vec::new();
    match random.below(5) {
        0 => {}
        1 => lines.push("HOME=/root; export HOME".to_owned()),
        2 => lines.push("export HOME=/root USER=root".to_owned()),
        _ => lines.push("export HOME=/root".to_owned()),
    }
    if style.tools.is_empty() {
        lines.push(choose!(
            random,
            |_: &mut Random| format!("export PATH={folder}:$PATH"),
            |_: &mut Random| format!("export PATH=\"$PATH:{folder}\""),
            |_: &mut Random| format!("export PNPM_HOME=\"{folder}\"\nexport PATH=\"$PNPM_HOME:$PATH\""),
            |_: &mut Random| format!("PATH+=:{folder}"),
            |_: &mut Random| format!("PNPM_HOME={folder}\ncase \":$PATH:\" in\n  *\":$PNPM_HOME:\"*) ;;\n  *) export PATH=\"$PNPM_HOME:$PATH\" ;;\nesac"),
            |_: &mut Random| format!("export PATH={}:/usr/local/bin:/usr/bin:/bin", folder.replace("/root", "~")),
            |_: &mut Random| "source ~/.bashrc".to_owned(),
            |_: &mut Random| ". /root/.bash_profile".to_owned(),
            |_: &mut Random| "PATH=$(echo /root/.local/share/pnpm /root/.local/share/pnpm/bin | tr ' ' ':'):$PATH".to_owned(),
            |_: &mut Random| "for d in /root/.local/share/pnpm /root/.local/share/pnpm/bin; do\n  [ -x \"$d/pnpm\" ] && PATH=\"$d:$PATH\"\ndone\nexport PATH".to_owned(),
        ));
    }
    lines.join("\n")
}

/// Into the place, which is made where needed.
pub fn place(style: &Style, random: &mut Random) -> Vec<String> {
    let place = style.place;
    let said = style.say(place, random);
    vec![choose!(
        random,
        |_: &mut Random| format!("mkdir -p {said}\ncd {said}"),
        |_: &mut Random| format!("mkdir -p {said} && cd {said}"),
        |_: &mut Random| format!("mkdir -p {place} && cd \"$_\""),
        |_: &mut Random| format!("install -d {said}\ncd {said} || exit 1"),
        |_: &mut Random| format!("[ -d {said} ] || mkdir -p {said}\npushd {said} > /dev/null"),
        |_: &mut Random| format!("test -d {place} || mkdir -p {place}; cd {place}"),
        |_: &mut Random| format!("if ! cd {place} 2>/dev/null; then\n  mkdir -p {place}\n  cd {place}\nfi"),
        |_: &mut Random| format!("cd {place} || {{ mkdir -p {place}; cd {place}; }}"),
    )]
}

/// The archive from its bucket.
pub fn fetch(style: &Style, random: &mut Random) -> Vec<String> {
    let from = style.say(&format!("s3://{BUCKET}/{KEY}"), random);
    let to = style.say(style.archive, random);
    let flag = random.one_of(&["", "", " --quiet", " --no-progress", " --only-show-errors", " --region us-east-1"]);
    let copy = format!("aws s3 cp{flag} {from} {to}");
    vec![choose!(
        random,
        |_: &mut Random| copy.clone(),
        |_: &mut Random| copy.clone(),
        |_: &mut Random| copy.clone(),
        |_: &mut Random| format!("{copy} || exit 1"),
        |_: &mut Random| format!("{copy} || {{ echo 'no archive' >&2; exit 1; }}"),
        |_: &mut Random| format!("if ! {copy}; then\n  echo failed\n  exit 1\nfi"),
        |_: &mut Random| format!("for i in 1 2 3; do\n  {copy} && break\n  sleep 5\ndone"),
        |_: &mut Random| format!("until {copy}; do sleep 5; done"),
        |_: &mut Random| format!(
            "n=0\nwhile [ $n -lt 5 ]; do\n  if {copy}; then break; fi\n  n=$((n+1))\n  sleep 2\ndone"
        ),
        |_: &mut Random| format!("[ -f {to} ] || {copy}"),
        |_: &mut Random| format!("aws s3 cp {from} - > {to}"),
        |_: &mut Random| format!("aws s3api get-object --bucket {BUCKET} --key {KEY} {to} > /dev/null"),
        |_: &mut Random| format!("curl -fsSL -o {to} \"$(aws s3 presign {from})\""),
        |_: &mut Random| format!("aws \\\n  s3 cp \\\n  {from} \\\n  {to}"),
        |_: &mut Random| format!("{copy} 2>&1 | tee -a /var/log/fetch.log"),
        |_: &mut Random| format!("( {copy} )"),
        |_: &mut Random| format!("{copy} &\nwait $!"),
        |_: &mut Random| format!(
            "retry() {{ local n=0; until \"$@\"; do n=$((n+1)); [ $n -ge 5 ] && return 1; sleep 3; done; }}\nretry {copy}"
        ),
    )]
}

/// The shop's folder out of the archive.
pub fn unpack(style: &Style, random: &mut Random) -> Vec<String> {
    let archive = style.say(style.archive, random);
    let place = style.say(style.place, random);
    let mut lines = vec![choose!(
        random,
        |_: &mut Random| format!("unzip -o {archive} -d {place}"),
        |_: &mut Random| format!("unzip -qo {archive} -d {place}"),
        |_: &mut Random| format!("unzip -q -o {archive}"),
        |_: &mut Random| format!("unzip -o {archive}"),
        |_: &mut Random| format!("unzip {archive}"),
        |_: &mut Random| format!("unzip -o {archive} > /dev/null 2>&1"),
        |_: &mut Random| format!("(cd {place} && unzip -o {archive})"),
        |_: &mut Random| format!("unzip -o {archive} -x '__MACOSX/*' -d {place}"),
        |_: &mut Random| format!("unzip -oq {archive} || true"),
        |_: &mut Random| format!("python3 -m zipfile -e {archive} {place}"),
        |_: &mut Random| format!("yes | unzip {archive}"),
        |_: &mut Random| format!("[[ -s {archive} ]] && unzip -o {archive} -d {place}"),
        |_: &mut Random| format!("unzip -o {archive} 'ecommerce-app-v1/*' -d {place}"),
        |_: &mut Random| format!(
            "unzip -o {archive} -d /tmp/unpacked && cp -r /tmp/unpacked/ecommerce-app-v1 {place}/"
        ),
        |_: &mut Random| format!("unzip -o {archive} -d /tmp/unpacked\nmv /tmp/unpacked/ecommerce-app-v1 {place}"),
    )];
    lines.push(
        random
            .one_of(&[
                "",
                "",
                "",
                "rm -f /tmp/app.zip",
                "rm -rf __MACOSX",
                "rm -f *.zip",
                "ls -la",
                "find . -name '._*' -delete",
            ])
            .to_owned(),
    );
    lines
}

/// The line with the secret.
pub fn env_file(style: &Style, is_inside: bool, random: &mut Random) -> Vec<String> {
    let file = if is_inside && random.below(3) > 0 {
        ".env".to_owned()
    } else {
        style.say(&format!("{}/.env", style.folder()), random)
    };
    let value = style.say(ARN, random);
    let bare = value.trim_matches(['\'', '"']).to_owned();
    let line = format!("AURORA_SECRET_ARN={bare}");
    let quoted = if bare.contains('$') { format!("\"{line}\"") } else { format!("'{line}'") };
    vec![choose!(
        random,
        |_: &mut Random| format!("echo {quoted} > {file}"),
        |_: &mut Random| format!("echo \"{line}\" > {file}"),
        |_: &mut Random| format!("echo {line} > {file}"),
        |_: &mut Random| format!("echo {quoted} >> {file}"),
        |_: &mut Random| format!("echo {quoted} | tee {file}"),
        |_: &mut Random| format!("echo {quoted} | sudo tee {file} > /dev/null"),
        |_: &mut Random| format!("printf '%s\\n' {quoted} > {file}"),
        |_: &mut Random| format!("printf 'AURORA_SECRET_ARN=%s\\n' {value} > {file}"),
        |_: &mut Random| format!("printf \"{line}\\n\" > {file}"),
        |_: &mut Random| format!("cat > {file} <<EOF\n{line}\nEOF"),
        |_: &mut Random| format!("cat <<EOF > {file}\nNODE_ENV=production\n{line}\nPORT=3000\nEOF"),
        |_: &mut Random| format!("cat <<'EOF' > {file}\nAURORA_SECRET_ARN={ARN}\nEOF"),
        |_: &mut Random| format!("cat <<-EOF > {file}\n\t{line}\n\tEOF"),
        |_: &mut Random| format!("tee {file} <<EOF\n{line}\nEOF"),
        |_: &mut Random| format!("{{\n  echo 'NODE_ENV=production'\n  echo {quoted}\n}} > {file}"),
        |_: &mut Random| format!("( echo {quoted}; echo PORT=80 ) > {file}"),
        |_: &mut Random| format!("install -m 600 /dev/null {file}\necho {quoted} > {file}"),
        |_: &mut Random| format!("touch {file}\nchmod 600 {file}\necho {quoted} >> {file}"),
        |_: &mut Random| format!("echo 'AURORA_SECRET_ARN=__ARN__' > {file}\nsed -i \"s|__ARN__|{bare}|\" {file}"),
        |_: &mut Random| format!("echo {quoted} > /tmp/env.new && mv /tmp/env.new {file}"),
        |_: &mut Random| format!("cat <<< {quoted} > {file}"),
        |_: &mut Random| format!("echo 'AURORA_SECRET_ARN=\"{ARN}\"' > {file}"),
        |_: &mut Random| format!("line={quoted}\necho \"$line\" > {file}"),
        |_: &mut Random| format!("grep -q AURORA {file} 2>/dev/null || echo {quoted} >> {file}"),
        |_: &mut Random| format!("printf '%s=%s\\n' AURORA_SECRET_ARN {value} PORT 3000 > {file}"),
        |_: &mut Random| format!("lines=(NODE_ENV=production {quoted})\nprintf '%s\\n' \"${{lines[@]}}\" > {file}"),
        |_: &mut Random| format!(
            "> {file}\nfor kv in NODE_ENV=production {quoted}; do\n  echo \"$kv\" >> {file}\ndone"
        ),
        |_: &mut Random| format!(
            "write_env() {{\n  local arn=\"$1\"\n  echo \"AURORA_SECRET_ARN=$arn\" > \"$2\"\n}}\nwrite_env {value} {file}"
        ),
    )]
}

/// Into the shop's folder.
pub fn enter(style: &Style, random: &mut Random) -> Vec<String> {
    let folder = style.say(&style.folder(), random);
    vec![choose!(
        random,
        |_: &mut Random| format!("cd {folder}"),
        |_: &mut Random| format!("cd {folder}"),
        |_: &mut Random| format!("cd {folder} || exit 1"),
        |_: &mut Random| format!("pushd {folder}"),
        |_: &mut Random| "cd ecommerce-app-v1".to_owned(),
        |_: &mut Random| "cd ecommerce-app-v1/".to_owned(),
        |_: &mut Random| "cd ecommerce*/".to_owned(),
        |_: &mut Random| format!("cd -P {folder} && pwd"),
        |_: &mut Random| format!("if [ -d {folder} ]; then\n  cd {folder}\nelse\n  echo 'no folder'; exit 1\nfi"),
        |_: &mut Random| "cd \"$(ls -d */ | grep ecommerce | head -n 1)\"".to_owned(),
    )]
}

/// Packages and the build.
pub fn build(style: &Style, random: &mut Random) -> Vec<String> {
    let pnpm = style.tool("pnpm", random);
    let install = format!(
        "{pnpm} {}",
        random.one_of(&[
            "install",
            "install",
            "i",
            "install --frozen-lockfile",
            "install --prod=false",
            "install --reporter append-only"
        ])
    );
    let build = format!("{pnpm} {}", random.one_of(&["build", "build", "run build"]));
    vec![choose!(
        random,
        |_: &mut Random| format!("{install}\n{build}"),
        |_: &mut Random| format!("{install}\n{build}"),
        |_: &mut Random| format!("{install} && {build}"),
        |_: &mut Random| format!("{install} || exit 1\n{build} || exit 1"),
        |_: &mut Random| format!("if {install}; then\n  {build}\nelse\n  exit 1\nfi"),
        |_: &mut Random| format!("for step in install build; do\n  {pnpm} \"$step\"\ndone"),
        |_: &mut Random| format!("for step in install build; do {pnpm} $step || exit 1; done"),
        |_: &mut Random| format!(
            "{install} 2>&1 | tee -a /var/log/build.log\n{build} 2>&1 | tee -a /var/log/build.log"
        ),
        |_: &mut Random| format!("{install} > /dev/null\nNODE_OPTIONS=--max-old-space-size=1024 {build}"),
        |_: &mut Random| format!("run() {{ echo \"+ $*\"; \"$@\"; }}\nrun {install}\nrun {build}"),
        |_: &mut Random| format!(
            "steps=(install build)\nfor step in \"${{steps[@]}}\"; do {pnpm} run $step 2>/dev/null || {pnpm} $step; done"
        ),
        |_: &mut Random| format!("cmd=\"{install}\"\n$cmd\n{build}"),
        |_: &mut Random| format!("{install} &\npid=$!\nwait $pid\n{build}"),
        |_: &mut Random| format!("{install} & wait\n{build}"),
        |_: &mut Random| format!("time {install}\ntime {build}"),
        |_: &mut Random| format!("timeout 900 {install}\nnice -n 5 {build}"),
        |_: &mut Random| format!("{install} && \\\n  {build}"),
        |_: &mut Random| format!("( {install}; {build} )"),
        |_: &mut Random| format!("eval \"{install}\"\neval {build}"),
        |_: &mut Random| format!("while read -r step; do {pnpm} $step < /dev/null; done <<EOF\ninstall\nbuild\nEOF"),
        |_: &mut Random| format!("printf '%s\\n' install build | xargs -n 1 {pnpm}"),
        |_: &mut Random| format!(
            "step() {{\n  case \"$1\" in\n    install) {install} ;;\n    build) {build} ;;\n    *) return 1 ;;\n  esac\n}}\nstep install\nstep build"
        ),
        |_: &mut Random| format!("[ -d node_modules ] || {install}\n[ -d .next ] || {build}"),
        |_: &mut Random| format!(
            "i=0\nuntil {install}; do\n  ((i++))\n  if (( i > 3 )); then exit 1; fi\ndone\n{build}"
        ),
        |_: &mut Random| format!("{install}; rc=$?\nif [ $rc -ne 0 ]; then exit $rc; fi\n{build}"),
        |_: &mut Random| format!("{{ {install} && {build}; }} || {{ echo 'build failed'; exit 1; }}"),
    )]
}

/// The start, and what follows.
pub fn start(style: &Style, random: &mut Random) -> Vec<String> {
    let pm2 = style.tool("pm2", random);
    let pnpm = style.tool("pnpm", random);
    let folder = style.folder();
    let path = style.tools_folder;
    let mut lines = Vec::new();
    lines.push(match random.below(8) {
        0 => format!("{pm2} delete all || true"),
        1 => format!("{pm2} delete all 2>/dev/null"),
        2 => format!("{pm2} kill"),
        _ => String::new(),
    });
    lines.push(choose!(
        random,
        |_: &mut Random| format!("{pm2} start"),
        |_: &mut Random| format!("{pm2} start"),
        |_: &mut Random| format!("{pm2} start ecosystem.config.js"),
        |_: &mut Random| format!("{pm2} start {folder}/ecosystem.config.js"),
        |_: &mut Random| format!("{pm2} start npm --name shop -- start"),
        |_: &mut Random| format!("{pm2} start {pnpm} --name shop -- start"),
        |_: &mut Random| format!("{pm2} start \"{pnpm} start\" --name shop"),
        |_: &mut Random| format!("{pm2} start npm --cwd {folder} -- start"),
        |_: &mut Random| format!("{pm2} startOrRestart ecosystem.config.js"),
        |_: &mut Random| format!(
            "cat > /tmp/shop.config.js <<'J'\nmodule.exports = {{ apps: [{{ name: 'shop', script: 'npm', args: 'start', cwd: '{folder}' }}] }};\nJ\n{pm2} start /tmp/shop.config.js"
        ),
        |_: &mut Random| format!("nohup {pnpm} start > /var/log/shop.log 2>&1 &"),
        |_: &mut Random| format!("{pnpm} start &"),
        |_: &mut Random| format!("{pnpm} start"),
        |_: &mut Random| format!("setsid {pnpm} start >/dev/null 2>&1 < /dev/null &"),
        |_: &mut Random| format!("{pm2} describe shop > /dev/null && {pm2} restart shop || {pm2} start npm --name shop -- start"),
        |_: &mut Random| format!("if ! {pm2} start; then echo 'no start'; exit 1; fi"),
        |_: &mut Random| format!("cat > start.sh <<'S'\n#!/bin/bash\ncd {folder}\nexec npm start\nS\nchmod +x start.sh\n{pm2} start ./start.sh"),
        |_: &mut Random| format!("cat > /etc/systemd/system/shop.service <<UNIT\n[Unit]\nAfter=network.target\n[Service]\nUser=root\nWorkingDirectory={folder}\nEnvironment=PATH={path}:/usr/bin:/bin\nExecStart={path}/pnpm start\nRestart=always\n[Install]\nWantedBy=multi-user.target\nUNIT\nsystemctl daemon-reload\nsystemctl enable --now shop"),
    ));
    for _ in 0..random.below(3) {
        lines.push(choose!(
            random,
            |_: &mut Random| format!("{pm2} save"),
            |_: &mut Random| format!("{pm2} startup systemd -u root --hp /root"),
            |_: &mut Random| format!("env PATH=$PATH:/usr/bin {pm2} startup systemd -u root --hp /root"),
            |_: &mut Random| "echo done".to_owned(),
            |_: &mut Random| format!("{pm2} list"),
            |_: &mut Random| "for i in $(seq 1 5); do curl -sf http://localhost:3000/ && break; sleep 2; done"
                .to_owned(),
            |_: &mut Random| "exit 0".to_owned(),
        ));
    }
    lines.retain(|line| !line.is_empty());
    lines
}
