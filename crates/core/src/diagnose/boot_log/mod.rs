//! Reads the boot log of an instance for the failures that this lab's user data is known to have.
//!
//! The log is whatever programs printed: terminal sequences, anything at all. The first line that says why something
//! failed is the cause, since one failure brings others behind it.

mod signs;

use crate::verify::Cause;
use signs::SIGNS;

pub use signs::Kind;

/// A failure that the log shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What went wrong.
    pub cause: Cause,
    /// The line that shows it, made short and harmless.
    pub line: String,
    /// What kind of failure it is.
    pub kind: Kind,
}

/// A line that only announces another try, or only says that there was nothing to stop, or that pnpm ran no build
/// scripts of dependencies, which by itself ends no script.
const HARMLESS: [&str; 4] = ["will retry", "retrying", "process or namespace", IGNORED_BUILDS];
const IGNORED_BUILDS: &str = "err_pnpm_ignored_builds";
/// How every line of the lesson's script begins that tells where it is.
const OWN: &str = "ec-site: ";
/// Cloud-init begins with what runs scripts, and comes to its end.
const FINAL: [&str; 2] = ["running 'modules:final'", " finished at "];
/// What the lesson's script says at its end.
const READY: &str = "ec-site: ready";
/// How pm2 lists an app that ended again and again.
const CRASHED: &str = "errored";
/// What the lesson's script says of a failing line, after the number of the part that it was in.
const FAILED: &str = "ec-site: failed in line";
/// What cloud-init says of a script that failed.
///
/// The module's name has a hyphen up to 22.2 and an underscore since (`cc_scripts_user.py`); 22.2.2 says no more of it
/// (`runparts` of `subp.py` logs the reason, such as an "Exec format error", for debugging alone).
const SCRIPT_FAILED: [&str; 4] = [
    "failed to run module scripts-user",
    "failed to run module scripts_user",
    "failed running /var/lib/cloud/instance/scripts",
    "runparts: ",
];
/// The most lines over which pnpm 12 breaks the reason of an error.
const WRAPPED: usize = 24;
/// The most of a line that is shown.
const LONGEST: usize = 200;

/// The first failure that `log` shows; none where it shows none, or where the lesson's script reached its end. Where
/// the script `is_own`, the lesson's, it says when it begins, so that its silence tells something, too.
#[must_use]
pub fn analyse(log: &str, is_own: bool) -> Option<Failure> {
    let lines = unwrapped(log.lines().map(plain).collect());
    let lower: Vec<String> = lines.iter().map(|line| line.to_lowercase()).collect();
    // A script that came to its end has started the shop; whether the shop stays up is another question.
    let is_ready = lower.iter().any(|line| line.contains(READY));
    let matters = |line: &str| !is_ready || line.contains(CRASHED);
    let told = lower.iter().enumerate().filter(|(_, line)| matters(line));
    let told = told.into_iter().find_map(|(index, line)| Some((index, sign(line)?)));
    if is_ready && told.is_none() {
        return None;
    }
    let (index, kind) = told.or_else(|| silent(&lower, is_own)).or_else(|| untold(&lower))?;
    Some(Failure { cause: kind.cause(), line: shown(&lines[index]), kind })
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
    let part = lines[..end].iter().rev().find_map(|line| line.split_once(OWN)?.1.chars().next());
    let ignored = lines[..end].iter().rposition(|line| line.contains(IGNORED_BUILDS));
    if let Some(index) = ignored {
        return Some((index, Kind::IgnoredBuilds));
    }
    let kind = match part {
        Some('3') => Kind::BuildFailed,
        Some('4') => Kind::NotStarted,
        // Another script than the lesson's, or a part that may fail for many reasons.
        _ => Kind::ScriptFailed,
    };
    Some((end, kind))
}

/// The end of a boot in which the lesson's script said nothing, though it was to say where it begins.
fn silent(lines: &[String], is_own: bool) -> Option<(usize, Kind)> {
    let [begins, ends] = FINAL;
    let first = lines.iter().position(|line| line.contains(begins))?;
    let last = lines.iter().rposition(|line| line.contains("cloud-init v. ") && line.contains(ends))?;
    let says = lines.iter().any(|line| line.contains(OWN));
    (is_own && first < last && !says).then_some((last, Kind::NotRun))
}

/// The same lines, with the reason of an error joined to its code: pnpm 12 prints the code alone and breaks the reason
/// at 80 columns, with signs of a tree before it.
fn unwrapped(mut lines: Vec<String>) -> Vec<String> {
    let codes: Vec<usize> = (0..lines.len()).filter(|index| is_code_alone(message(&lines[*index]))).collect();
    for index in codes {
        let following = lines[index + 1..].iter().take(WRAPPED).map(|line| message(line));
        let reason = following.take_while(|text| text.is_empty() || text.starts_with(' '));
        let words = reason.map(|text| text.trim_matches(|sign: char| sign.is_whitespace() || TREE.contains(&sign)));
        let reason: Vec<String> = words.filter(|words| !words.is_empty()).map(str::to_owned).collect();
        lines[index] = format!("{} {}", lines[index].trim_end(), reason.join(" "));
    }
    lines
}

/// What pnpm 12 draws before the lines of a reason.
const TREE: [char; 6] = ['×', '╰', '├', '─', '▶', '│'];

fn is_code_alone(message: &str) -> bool {
    message.trim().strip_prefix("Error: ERR_PNPM_").is_some_and(|code| !code.contains(char::is_whitespace))
}

/// What was said, without who printed it and when.
fn message(line: &str) -> &str {
    let said = line.split_once("cloud-init[").and_then(|(_, rest)| rest.split_once("]: "));
    said.map_or(line, |(_, said)| said)
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
    // What bash calls a token is a word of the script where none may stand.
    let lower = line.to_lowercase().replace("unexpected token", "");
    if ["password", "secret_access_key", "token"].iter().any(|word| lower.contains(word)) {
        return "***".to_owned();
    }
    // Who printed it, and when, leaves less room for what was said.
    let said = message(line).trim();
    let mut short: String = said.chars().take(LONGEST).collect();
    if said.chars().count() > LONGEST {
        short.push_str("...");
    }
    short
}

#[cfg(test)]
mod tests;
