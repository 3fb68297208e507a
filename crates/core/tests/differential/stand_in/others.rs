//! sudo, downloads, packages, and what changes nothing.

use std::fs::{self, Permissions};
use std::io::{Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use super::super::script::{BUCKET, KEY};
use super::shop::{Event, events, is_right, note, serve};
use super::{Call, here, refuse, take};

/// What the package brings, as far as it unpacks.
const BSDTAR: &str = "#!/usr/bin/python3
import io, sys, zipfile
words = sys.argv[1:]
into = words[words.index('-C') + 1] if '-C' in words else '.'
named = [words[at + 1] for at, word in enumerate(words[:-1]) if word.endswith('f') and (at == 0 or word.startswith('-'))]
data = open(named[0], 'rb').read() if named and named[0] != '-' else sys.stdin.buffer.read()
zipfile.ZipFile(io.BytesIO(data)).extractall(into)
";
/// Where sudo looks for programs, as Amazon Linux sets it.
const SECURE_PATH: &str = "/sbin:/bin:/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin";

pub fn other(call: &Call) -> i32 {
    match call.name.as_str() {
        "sudo" => sudo(call),
        "curl" | "wget" => download(call),
        "sleep" => {
            let seconds = |word: &String| word.split(['.', 's']).next().and_then(|whole| whole.parse::<u32>().ok());
            let all: u32 = call.arguments.iter().filter_map(seconds).map(|one| one.min(900)).sum();
            take(all.clamp(1, 900));
            0
        }
        "node" => node(call),
        "corepack" if call.has(&["enable"]) => {
            let _ = symlink("/.sandbox/program", "/usr/local/bin/pnpm");
            0
        }
        // Nobody answers what it asks.
        "dnf" | "yum" if call.has(&["install"]) && !call.has(&["-y", "--assumeyes", "-qy", "-yq"]) => {
            let wanted: Vec<&String> =
                call.arguments.iter().filter(|word| *word != "install" && !word.starts_with('-')).collect();
            let missing = wanted.iter().any(|word| !Path::new("/usr/bin").join(word).exists());
            if missing { refuse(1, "Operation aborted.") } else { 0 }
        }
        "dnf" | "yum" if call.has(&["install"]) && call.has(&["bsdtar"]) => {
            let path = Path::new("/usr/bin/bsdtar");
            let made = fs::write(path, BSDTAR).and_then(|()| fs::set_permissions(path, Permissions::from_mode(0o755)));
            i32::from(made.is_err())
        }
        "logger" => logger(call),
        "amazon-linux-extras" => 127,
        "git" => 128,
        _ => 0,
    }
}

/// Without a message of its own it takes what it reads, until there is no more.
fn logger(call: &Call) -> i32 {
    let mut words = call.arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "-t" | "-p" | "--tag" | "-f" => {
                words.next();
            }
            option if option.starts_with('-') => {}
            _ => return 0,
        }
    }
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
    0
}

fn node(call: &Call) -> i32 {
    match call.arguments.first().map(String::as_str) {
        Some("-v" | "--version") => {
            println!("v20.0.0");
            0
        }
        Some(file) if file.ends_with("server.js") || file.contains("bin/next") => serve(&here()),
        Some(file) => i32::from(!Path::new(file).exists()),
        None => 0,
    }
}

fn download(call: &Call) -> i32 {
    take(2);
    let address = call.arguments.iter().find(|word| word.starts_with("http") || word.starts_with("localhost"));
    let Some(address) = address else { return 2 };
    let own_name = address.split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or_default().to_owned();
    let is_curl = call.name == "curl";
    let mut output = (!is_curl).then(|| own_name.clone());
    let mut words = call.arguments.iter();
    while let Some(word) = words.next() {
        let short = word.starts_with('-') && !word.starts_with("--");
        if word == "--output" || short && word.ends_with('o') && is_curl || short && word.ends_with('O') && !is_curl {
            output = words.next().cloned();
        } else if word == "--remote-name" || short && word.contains('O') && is_curl {
            output = Some(own_name.clone());
        }
    }
    let fails = call.has(&["-f", "--fail", "-fsS", "-sf", "-fs", "-fsSL", "-sfL"]);
    let body: Vec<u8> = if address.contains("X-Amz-Signature") && address.contains(BUCKET) && address.contains(KEY) {
        fs::read("/.sandbox/in/shop.zip").unwrap_or_default()
    } else if address.contains("169.254.169.254") {
        b"us-east-1".to_vec()
    } else if address.contains("localhost") || address.contains("127.0.0.1") {
        if !is_right(&events()) {
            return if is_curl { 7 } else { 4 };
        }
        b"<html>".to_vec()
    } else if !is_curl || fails {
        return refuse(if is_curl { 22 } else { 8 }, "The requested URL returned error: 403");
    } else {
        b"<Error>AccessDenied</Error>".to_vec()
    };
    match output.filter(|file| file != "-") {
        Some(file) => i32::from(fs::write(file, body).is_err()) * 23,
        None => i32::from(std::io::stdout().write_all(&body).is_err()),
    }
}

/// With `secure_path` and an environment of its own.
fn sudo(call: &Call) -> i32 {
    if fs::read_dir("/root").is_err() {
        // Becoming root again takes a bit that a sandbox's files don't have.
        note(&Event::Unsupported);
    }
    let (mut user, mut login, mut shell, mut keeps) = ("root".to_owned(), false, false, false);
    let mut set = Vec::new();
    let mut rest = call.arguments.iter().peekable();
    while let Some(word) = rest.peek() {
        if *word == "--" {
            rest.next();
            break;
        }
        let word = (*word).clone();
        if let Some(letters) = word.strip_prefix('-') {
            rest.next();
            login |= letters.contains('i') && !letters.starts_with('-') || letters == "-login";
            shell |= letters.contains('s') && !letters.starts_with('-');
            keeps |= letters.contains('E') || letters.starts_with("-preserve-env");
            if letters.ends_with('u') || letters == "-user" {
                user = rest.next().cloned().unwrap_or_default();
            } else if let Some(name) = letters.strip_prefix("-user=") {
                name.clone_into(&mut user);
            }
        } else if let Some((name, value)) = word
            .split_once('=')
            .filter(|(name, _)| name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric()))
        {
            set.push((name.to_owned(), value.to_owned()));
            rest.next();
        } else {
            break;
        }
    }
    let words: Vec<String> = rest.cloned().collect();
    let home = if user == "root" { "/root".to_owned() } else { format!("/home/{user}") };
    let mut inner: Vec<String> = Vec::new();
    if user != "root" {
        inner.extend(["/usr/bin/runuser".to_owned(), "-u".to_owned(), user.clone(), "--".to_owned()]);
    }
    if login || shell {
        inner.push("/bin/bash".into());
        if login {
            inner.push("-l".into());
        }
        if !words.is_empty() {
            inner.extend(["-c".to_owned(), words.iter().map(|word| escaped(word)).collect::<Vec<_>>().join(" ")]);
        }
    } else if words.is_empty() {
        return refuse(1, "usage: sudo ...");
    } else {
        inner.extend(words);
    }
    let mut found = SECURE_PATH.split(':').map(|folder| Path::new(folder).join(&inner[0])).filter(|path| path.exists());
    let program = if inner[0].contains('/') { Some(inner[0].clone().into()) } else { found.next() };
    let Some(program) = program else { return refuse(1, &format!("sudo: {}: command not found", inner[0])) };
    let mut command = Command::new(program);
    command.args(&inner[1..]);
    if !keeps {
        command.env_clear().env("LANG", "C.UTF-8");
    }
    command.env("HOME", &home).env("USER", &user).env("LOGNAME", &user).env("SHELL", "/bin/bash");
    command.env("PATH", SECURE_PATH);
    command.envs(set);
    if login {
        command.current_dir(&home);
    }
    let error = command.exec();
    refuse(1, &format!("sudo: {}: {error}", inner[0]))
}

/// A word as sudo hands it to a shell: whatever isn't plain gets a backslash, but for the dollar sign.
fn escaped(word: &str) -> String {
    let plain = |one: char| one.is_alphanumeric() || matches!(one, '_' | '-' | '$');
    word.chars().flat_map(|one| (!plain(one)).then_some('\\').into_iter().chain([one])).collect()
}
