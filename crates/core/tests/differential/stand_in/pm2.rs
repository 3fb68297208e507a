//! pm2 6 and 7.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::shop::{Event, is_installed, is_shop, note, start};
use super::{Call, here, refuse, take};

const PROCESSES: &str = "/.sandbox/processes";
const VALUED: &str = " --name -n --cwd -i --instances --interpreter -l --log -o --output -e --error -u --user --hp --max-memory-restart --env --only \
    --namespace --node-args --restart-delay --lines ";
const FLAGS: &str = " -f --force --time --update-env --watch --no-daemon -s --silent -m --mini-list --no-autorestart -a -h --help -v --version --no-color --merge-logs \
    --nostream ";

/// What pm2 looks after: name and folder.
type Process = (String, PathBuf);

struct Request {
    words: Vec<String>,
    passed: Vec<String>,
    options: Vec<(String, String)>,
}

impl Request {
    /// None where an option isn't pm2's.
    fn read(call: &Call) -> Option<Self> {
        let (own, passed) = match call.arguments.iter().position(|word| word == "--") {
            Some(at) => (&call.arguments[..at], &call.arguments[at + 1..]),
            None => (&call.arguments[..], &[][..]),
        };
        let mut request = Self { words: Vec::new(), passed: passed.to_vec(), options: Vec::new() };
        let mut rest = own.iter();
        while let Some(word) = rest.next() {
            if !word.starts_with('-') || word.len() == 1 {
                request.words.push(word.clone());
                continue;
            }
            let (name, joined) =
                word.split_once('=').map_or((word.as_str(), None), |(name, value)| (name, Some(value)));
            let takes = VALUED.contains(&format!(" {name} "));
            if !takes && !FLAGS.contains(&format!(" {name} ")) {
                return None;
            }
            let value = joined.map(str::to_owned).or_else(|| takes.then(|| rest.next().cloned()).flatten());
            request.options.push((name.to_owned(), value.unwrap_or_default()));
        }
        Some(request)
    }

    fn value(&self, names: &[&str]) -> Option<&str> {
        self.options.iter().find(|(name, _)| names.contains(&name.as_str())).map(|(_, value)| value.as_str())
    }
}

fn processes() -> Vec<Process> {
    let text = fs::read_to_string(PROCESSES).unwrap_or_default();
    text.lines().filter_map(|line| line.split_once('\t')).map(|(name, folder)| (name.into(), folder.into())).collect()
}

fn keep(processes: &[Process]) {
    let lines: Vec<String> = processes.iter().map(|(name, folder)| format!("{name}\t{}\n", folder.display())).collect();
    fs::write(PROCESSES, lines.concat()).expect("the sandbox has this file");
}

pub fn pm2(call: &Call) -> i32 {
    take(3);
    let Some(request) = Request::read(call) else { return refuse(1, "  error: unknown option") };
    let words: Vec<&str> = request.words.iter().map(String::as_str).collect();
    match words[..] {
        [] => i32::from(request.value(&["-v", "--version", "-h", "--help"]).is_none()),
        ["start"] => by_config("ecosystem.config.js"),
        ["start" | "startOrRestart" | "startOrReload", target, ..] => begin(&request, target, words.len() > 2),
        ["restart" | "reload", target, ..] => again(target),
        ["restart" | "reload" | "startOrRestart" | "startOrReload"] => refuse(1, "  error: missing required argument"),
        ["delete" | "del" | "stop", ..] => end(&words[1..]),
        ["kill"] => {
            keep(&[]);
            note(&Event::Stopped);
            0
        }
        ["describe" | "show" | "info", name] => i32::from(!processes().iter().any(|process| process.0 == name)),
        [
            "list" | "ls" | "l" | "status" | "jlist" | "save" | "startup" | "unstartup" | "logs" | "flush" | "ping"
            | "update" | "install" | "set",
            ..,
        ] => 0,
        _ => refuse(1, "  error: unknown command"),
    }
}

/// Its own configuration says `npm start` without a folder, so it runs where pm2 was called.
fn by_config(file: &str) -> i32 {
    if !here().join(file).is_file() || file.ends_with("package.json") {
        return refuse(1, "[PM2][ERROR] File not found");
    }
    let text = fs::read_to_string(here().join(file)).unwrap_or_default();
    match text.split_once("cwd:") {
        // One that a script has written.
        Some((_, rest)) => {
            let folder = rest.split(['\'', '"']).nth(1).unwrap_or_default();
            run("own", text.contains("start").then(|| here().join(folder)).as_deref())
        }
        None => run("ecommerce-app", Some(&here())),
    }
}

fn run(name: &str, folder: Option<&Path>) -> i32 {
    let mut all = processes();
    all.push((name.to_owned(), folder.unwrap_or(Path::new("/")).to_owned()));
    keep(&all);
    if let Some(folder) = folder {
        start(folder);
    }
    0
}

fn begin(request: &Request, target: &str, more: bool) -> i32 {
    let place = here().join(request.value(&["--cwd"]).unwrap_or_default());
    let name = request.value(&["--name", "-n"]).unwrap_or(target);
    let ending = |wanted: &[&str]| wanted.iter().any(|one| target.ends_with(one));
    if ending(&[".config.js", ".config.cjs", ".json", ".yml", ".yaml"]) {
        return by_config(target);
    }
    if processes().iter().any(|process| process.0 == target) {
        return again(target);
    }
    if matches!(target, "npm") || target.ends_with("pnpm") && found(target) {
        if more {
            return refuse(1, "[PM2][ERROR] Script not found");
        }
        let starts = request.passed.iter().any(|word| word == "start");
        let at = request.passed.iter().position(|word| matches!(word.as_str(), "--prefix" | "-C" | "--dir"));
        let folder =
            at.and_then(|at| request.passed.get(at + 1)).map_or_else(|| place.clone(), |inner| place.join(inner));
        return run(name, starts.then_some(&*folder));
    }
    if target.contains(' ') {
        run(name, None);
        return spawn(Command::new("/bin/bash").args(["-c", target]), &place);
    }
    let path = place.join(target);
    if target.contains("node_modules/") && is_installed(&place) {
        return run(name, Some(&place));
    }
    if !path.exists() {
        return refuse(1, "[PM2][ERROR] Script not found");
    }
    if target.ends_with("server.js") && path.parent().is_some_and(is_shop) {
        return run(name, Some(&place));
    }
    run(name, None);
    if path.is_file() && Path::new(target).extension().is_some_and(|extension| extension == "sh") {
        return spawn(Command::new("/bin/bash").arg(&path), &place);
    }
    0
}

fn found(program: &str) -> bool {
    let folders = std::env::var("PATH").unwrap_or_default();
    let mut paths = folders.split(':').map(|folder| Path::new(folder).join(program));
    if program.contains('/') { Path::new(program).exists() } else { paths.any(|path| path.exists()) }
}

fn spawn(command: &mut Command, folder: &Path) -> i32 {
    let folder = if folder.is_dir() { folder } else { Path::new("/") };
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // It goes on by itself; nobody waits for it.
    i32::from(command.spawn().is_err())
}

fn again(target: &str) -> i32 {
    if Path::new(target).extension().is_some_and(|extension| extension == "js" || extension == "json") {
        return by_config(target);
    }
    let all = processes();
    if all.is_empty() || target != "all" && !all.iter().any(|process| process.0 == target) {
        return refuse(1, "[PM2][ERROR] Process or Namespace not found");
    }
    for (_, folder) in &all {
        start(folder);
    }
    0
}

fn end(names: &[&str]) -> i32 {
    let all = processes();
    if all.is_empty() {
        return refuse(1, "[PM2][WARN] No process found");
    }
    let kept: Vec<Process> = all
        .iter()
        .filter(|(name, _)| names.first() != Some(&"all") && !names.contains(&name.as_str()))
        .cloned()
        .collect();
    if kept.is_empty() {
        note(&Event::Stopped);
    }
    keep(&kept);
    i32::from(kept.len() == all.len())
}
