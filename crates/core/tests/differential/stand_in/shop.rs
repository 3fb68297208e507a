//! The shop: what makes a folder its own, its `.env`, and what happens to it.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::script::ARN;

const EVENTS: &str = "/.sandbox/events";

/// Something that happened to the shop, in its order.
#[derive(Debug)]
pub enum Event {
    /// It was started in this folder; whether it came up, and with which secret.
    Started { folder: PathBuf, up: bool, secret: String },
    /// Everything that ran was stopped.
    Stopped,
    /// Something that the sandbox can't do as an instance does it.
    Unsupported,
}

/// Notes an event.
pub fn note(event: &Event) {
    let line = match event {
        Event::Started { folder, up, secret } => {
            format!("started\t{up}\t{}\t{}\n", secret.replace('\t', " "), folder.display())
        }
        Event::Stopped => "stopped\n".to_owned(),
        Event::Unsupported => "unsupported\n".to_owned(),
    };
    let mut file = OpenOptions::new().append(true).open(EVENTS).expect("the sandbox has this file");
    file.write_all(line.as_bytes()).expect("it can be written");
}

/// Everything that happened.
pub fn events() -> Vec<Event> {
    let text = fs::read_to_string(EVENTS).unwrap_or_default();
    let event = |line: &str| {
        let words: Vec<&str> = line.split('\t').collect();
        match words[..] {
            ["started", up, secret, folder] => {
                Event::Started { folder: folder.into(), up: up == "true", secret: secret.to_owned() }
            }
            ["stopped"] => Event::Stopped,
            _ => Event::Unsupported,
        }
    };
    text.lines().map(event).collect()
}

/// Whether the whole shop lies in a folder.
pub fn is_shop(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    manifest.contains("ecommerce-app-marker") && folder.join("src/app/page.tsx").exists()
}

pub fn is_installed(folder: &Path) -> bool {
    folder.join("node_modules/.modules.yaml").exists()
}

pub fn is_built(folder: &Path) -> bool {
    folder.join(".next/BUILD_ID").exists()
}

/// Starts the shop in a folder; whether it comes up.
pub fn start(folder: &Path) -> bool {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let up = is_shop(&folder) && is_installed(&folder) && is_built(&folder);
    let secret = secret_of(&folder).unwrap_or_default();
    note(&Event::Started { folder, up, secret });
    up
}

/// Starts the shop here, as a server that stays, or fails.
pub fn serve(folder: &Path) -> i32 {
    if !start(folder) {
        return 1;
    }
    let error = Command::new("/.sandbox/shop").exec();
    panic!("{error}");
}

/// The secret of what was started and runs on, with which it still lies there.
pub fn running(events: &[Event]) -> Option<String> {
    let since = events.iter().rposition(|event| matches!(event, Event::Stopped)).map_or(0, |at| at + 1);
    events[since..].iter().rev().find_map(|event| match event {
        Event::Started { folder, up: true, secret } if !secret.is_empty() && is_shop(folder) => {
            (secret_of(folder).as_ref() == Some(secret)).then(|| secret.clone())
        }
        _ => None,
    })
}

/// Whether what was started runs on with the secret that the scripts are for.
pub fn is_right(events: &[Event]) -> bool {
    running(events).as_deref() == Some(ARN)
}

fn secret_of(folder: &Path) -> Option<String> {
    let text = fs::read(folder.join(".env")).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    setting(&text.ok()?)
}

/// What a `.env` says of the secret, as dotenv reads it: <https://github.com/motdotla/dotenv/blob/v16.4.5/lib/main.js>.
fn setting(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.lines().filter_map(value).next_back()
}

fn value(line: &str) -> Option<String> {
    let line = line.trim_start();
    let line = match line.strip_prefix("export") {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    };
    let rest = line.strip_prefix("AURORA_SECRET_ARN")?;
    let value = match rest.trim_start().strip_prefix('=') {
        Some(value) => value,
        None => rest.strip_prefix(':').filter(|value| value.starts_with(char::is_whitespace))?,
    }
    .trim();
    let quote = value.chars().next().filter(|quote| "'\"`".contains(*quote));
    if let Some(quote) = quote
        && let Some(end) = value[1..].rfind(quote)
    {
        let behind = value[end + 2..].trim_start();
        if behind.is_empty() || behind.starts_with('#') {
            return Some(value[1..=end].to_owned());
        }
    }
    let plain = value.split('#').next().unwrap_or_default().trim();
    Some(plain.to_owned())
}
