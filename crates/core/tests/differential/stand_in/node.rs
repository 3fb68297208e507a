//! pnpm, npm and their kin.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::shop::{is_installed, is_shop, serve};
use super::{Call, here, pm2, refuse, take};

const VALUED: &str =
    " --filter -F --reporter --loglevel --store-dir --registry --network-concurrency --child-concurrency ";

struct Request {
    folder: PathBuf,
    words: Vec<String>,
    global: bool,
}

impl Request {
    fn read(call: &Call) -> Self {
        let mut request = Self { folder: here(), words: Vec::new(), global: false };
        let mut rest = call.arguments.iter();
        while let Some(word) = rest.next() {
            let (name, joined) =
                word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
            let runs_another = call.name.ends_with('x') && !request.words.is_empty()
                || matches!(request.words.first().map(String::as_str), Some("exec" | "dlx"));
            if runs_another {
                request.words.push(word.clone());
            } else if word == "--" {
                request.words.extend(rest.by_ref().cloned());
            } else if matches!(name, "-C" | "--dir" | "--prefix") {
                let folder = joined.map(str::to_owned).or_else(|| rest.next().cloned()).unwrap_or_default();
                request.folder = here().join(folder);
            } else if joined.is_none() && VALUED.contains(&format!(" {word} ")) {
                rest.next();
            } else if word.starts_with('-') {
                request.global |= matches!(name, "-g" | "--global");
            } else {
                request.words.push(word.clone());
            }
        }
        request
    }
}

pub fn package_manager(call: &Call) -> i32 {
    if call.has(&["-v", "--version"]) && call.arguments.len() == 1 {
        println!("10.34.0");
        return 0;
    }
    let is_npm = call.name.starts_with("np");
    let request = Request::read(call);
    let mut words: Vec<&str> = request.words.iter().map(String::as_str).collect();
    if call.name.ends_with('x') || matches!(words.first(), Some(&("exec" | "dlx"))) {
        let skipped = usize::from(matches!(words.first(), Some(&("exec" | "dlx"))));
        return another(&request.words[skipped..]);
    }
    if request.global && matches!(words.first(), Some(&("install" | "i" | "add"))) {
        return install_globally(is_npm, &words[1..]);
    }
    if !request.folder.is_dir() {
        return refuse(1, "ENOENT: no such file or directory");
    }
    let runs = matches!(words.first(), Some(&("run" | "run-script"))) && words.len() > 1;
    if runs {
        words.remove(0);
    }
    match words[..] {
        ["ci", ..] => refuse(1, "the ci command needs a lockfile of npm"),
        ["install" | "i", ..] => install(is_npm, &request.folder),
        ["build", ..] if is_npm && !runs => refuse(1, "Unknown command: \"build\""),
        ["build", ..] => build(&request.folder),
        ["start", ..] if is_shop(&request.folder) => serve(&request.folder),
        ["start", ..] => refuse(1, " ERR_PNPM_NO_IMPORTER_MANIFEST_FOUND  No package.json was found"),
        [
            "config" | "store" | "setup" | "env" | "root" | "bin" | "list" | "add" | "approve-builds" | "rebuild"
            | "set" | "get",
            ..,
        ] => 0,
        [] => 1,
        _ => refuse(if is_npm { 1 } else { 254 }, " ERR_PNPM_RECURSIVE_EXEC_FIRST_FAIL  Command not found"),
    }
}

/// `npx` and `pnpm dlx`.
fn another(words: &[String]) -> i32 {
    let words: Vec<String> = words.iter().skip_while(|word| word.starts_with('-')).cloned().collect();
    let [name, arguments @ ..] = words.as_slice() else { return 0 };
    match name.split('@').next().unwrap_or_default() {
        "pm2" => pm2::pm2(&Call::new("pm2", arguments)),
        tool @ ("pnpm" | "npm") => package_manager(&Call::new(tool, arguments)),
        "next" => match arguments.first().map(String::as_str) {
            Some("build") => build(&here()),
            Some("start") | None => serve(&here()),
            _ => 0,
        },
        _ => 0,
    }
}

fn install_globally(is_npm: bool, words: &[&str]) -> i32 {
    for word in words {
        let tool = word.split('@').next().unwrap_or_default();
        if matches!(tool, "pnpm" | "pm2") {
            let folder = if is_npm { "/usr/local/bin" } else { "/root/.local/share/pnpm" };
            let _ = symlink("/.sandbox/program", Path::new(folder).join(tool));
        }
    }
    0
}

fn install(is_npm: bool, folder: &Path) -> i32 {
    take(150);
    if !is_shop(folder) {
        // npm has nothing to do then, and pnpm minds.
        return if is_npm { 0 } else { refuse(1, " ERR_PNPM_NO_PKG_MANIFEST  No package.json found") };
    }
    leave(folder, "node_modules", ".modules.yaml")
}

fn build(folder: &Path) -> i32 {
    if !is_shop(folder) {
        return refuse(1, " ERR_PNPM_NO_IMPORTER_MANIFEST_FOUND  No package.json was found");
    }
    if !is_installed(folder) {
        return refuse(1, "sh: line 1: next: command not found");
    }
    take(60);
    leave(folder, ".next", "BUILD_ID")
}

fn leave(folder: &Path, inside: &str, file: &str) -> i32 {
    let place = folder.join(inside);
    let done = fs::create_dir_all(&place).and_then(|()| fs::write(place.join(file), "done\n"));
    i32::from(done.is_err())
}
