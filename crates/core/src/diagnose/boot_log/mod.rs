//! Reads the boot log of an instance for the failures that this lab's user data is known to have.
//!
//! The log is whatever programs printed: terminal sequences, anything at all. The first line that says why something
//! failed is the cause, since one failure brings others behind it.

mod signs;

use crate::i18n::Text;
use crate::verify::Cause;
use signs::{Kind, SIGNS};

/// A failure that the log shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What went wrong.
    pub cause: Cause,
    /// The line that shows it, made short and harmless.
    pub line: String,
    /// What to do about it.
    pub repair: Text,
}

/// A line that only announces another try, or only says that there was nothing to stop.
const HARMLESS: [&str; 3] = ["will retry", "retrying", "process or namespace"];
/// What the lesson's script says at its end.
const READY: &str = "ec-site: ready";
/// How pm2 lists an app that ended again and again.
const CRASHED: &str = "errored";
/// What the lesson's script says of a failing line, after the number of the part that it was in.
const FAILED: &str = "ec-site: failed in line";
/// What cloud-init says of a script that failed.
const SCRIPT_FAILED: [&str; 2] =
    ["failed to run module scripts-user", "failed running /var/lib/cloud/instance/scripts"];
/// The most of a line that is shown.
const LONGEST: usize = 200;

/// The first failure that `log` shows; none where it shows none, or where the lesson's script reached its end.
#[must_use]
pub fn analyse(log: &str) -> Option<Failure> {
    let lines: Vec<String> = log.lines().map(plain).collect();
    let lower: Vec<String> = lines.iter().map(|line| line.to_lowercase()).collect();
    // A script that came to its end has started the shop; whether the shop stays up is another question.
    let is_ready = lower.iter().any(|line| line.contains(READY));
    let matters = |line: &str| !is_ready || line.contains(CRASHED);
    let told = lower.iter().enumerate().filter(|(_, line)| matters(line));
    let told = told.into_iter().find_map(|(index, line)| Some((index, sign(line)?)));
    if is_ready && told.is_none() {
        return None;
    }
    let (index, kind) = told.or_else(|| untold(&lower))?;
    Some(Failure { cause: kind.cause(), line: shown(&lines[index]), repair: kind.repair() })
}

fn sign(line: &str) -> Option<Kind> {
    if HARMLESS.iter().any(|word| line.contains(word)) {
        return None;
    }
    SIGNS.iter().find(|(parts, _)| parts.iter().all(|part| line.contains(part))).map(|(_, kind)| *kind)
}

/// A script that failed without known words: the part of the lesson's script that it was in tells what did.
fn untold(lines: &[String]) -> Option<(usize, Kind)> {
    let is_end = |line: &String| line.contains(FAILED) || SCRIPT_FAILED.iter().any(|words| line.contains(words));
    let end = lines.iter().position(is_end)?;
    let part = lines[..end].iter().rev().find_map(|line| line.split_once("ec-site: ")?.1.chars().next());
    let kind = match part {
        Some('1') => Kind::ArchiveMissing,
        Some('4') => Kind::NotStarted,
        _ => Kind::BuildFailed,
    };
    Some((end, kind))
}

/// A line without terminal sequences and other control characters.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            // A control sequence ends at its first letter; anything else after ESC is one character long.
            if characters.next() == Some('[') {
                while characters.next_if(|next| !next.is_ascii_alphabetic()).is_some() {}
                characters.next();
            }
        } else if character == '\r' && characters.peek() == Some(&':') {
            // The end of a line of Windows within a message, as a terminal shows it.
            plain.push_str("^M");
        } else if !character.is_control() {
            plain.push(character);
        }
    }
    plain
}

/// A line as it is shown: short, and without what a program may have printed of a secret.
fn shown(line: &str) -> String {
    let lower = line.to_lowercase();
    if ["password", "secret_access_key", "token"].iter().any(|word| lower.contains(word)) {
        return "***".to_owned();
    }
    // Who printed it, and when, leaves less room for what was said.
    let said = line.split_once("cloud-init[").and_then(|(_, rest)| rest.split_once("]: "));
    let said = said.map_or(line, |(_, said)| said).trim();
    let mut short: String = said.chars().take(LONGEST).collect();
    if said.chars().count() > LONGEST {
        short.push_str("...");
    }
    short
}

#[cfg(test)]
mod tests;
