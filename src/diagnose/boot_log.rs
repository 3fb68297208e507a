//! Reads the boot log of an instance for the failures that this lab's user data is known to have.
//!
//! The log is whatever programs printed: terminal sequences, anything at all. The first line that says why something
//! failed is the cause, since one failure brings others behind it.

use crate::i18n::Text;
use crate::msg;
use crate::verify::Cause;

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

/// Kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    NoCredentials,
    ArchiveDenied,
    ArchiveMissing,
    NoNetwork,
    NoSpace,
    NoMemory,
    LineEnds,
    NoShebang,
    NotAScript,
    ToolMissing,
    BuildFailed,
    NotStarted,
}

/// Parts of a line, in lower case, that must all be there. Taken from the words of cloud-init, bash, the AWS CLI, the
/// kernel, pnpm and pm2.
const SIGNS: &[(&[&str], Kind)] = &[
    (&["unhandled non-multipart", "userdata"], Kind::NotAScript),
    (&["exec format error"], Kind::NoShebang),
    (&["bad interpreter"], Kind::LineEnds),
    (&["$'\\r'", "command not found"], Kind::LineEnds),
    (&["unable to locate credentials"], Kind::NoCredentials),
    (&["partial credentials found"], Kind::NoCredentials),
    (&["an error occurred", "403"], Kind::ArchiveDenied),
    (&["an error occurred", "accessdenied", "object"], Kind::ArchiveDenied),
    (&["an error occurred", "404"], Kind::ArchiveMissing),
    (&["nosuchkey"], Kind::ArchiveMissing),
    (&["nosuchbucket"], Kind::ArchiveMissing),
    (&["could not connect to the endpoint url"], Kind::NoNetwork),
    (&["timeout on endpoint url"], Kind::NoNetwork),
    (&["could not resolve host"], Kind::NoNetwork),
    (&["temporary failure in name resolution"], Kind::NoNetwork),
    (&["network is unreachable"], Kind::NoNetwork),
    (&["etimedout"], Kind::NoNetwork),
    (&["eai_again"], Kind::NoNetwork),
    (&["enotfound"], Kind::NoNetwork),
    (&["err_pnpm_meta_fetch_fail"], Kind::NoNetwork),
    (&["no space left on device"], Kind::NoSpace),
    (&["enospc"], Kind::NoSpace),
    (&["out of memory"], Kind::NoMemory),
    (&["oom-kill"], Kind::NoMemory),
    (&["exit code 137"], Kind::NoMemory),
    (&["command not found"], Kind::ToolMissing),
    (&["pnpm: no such file or directory"], Kind::ToolMissing),
    (&["pm2: no such file or directory"], Kind::ToolMissing),
    (&["unzip: no such file or directory"], Kind::ToolMissing),
    (&["env: ", "node", "no such file or directory"], Kind::ToolMissing),
    (&["elifecycle"], Kind::BuildFailed),
    (&["err_pnpm"], Kind::BuildFailed),
    (&["failed to compile"], Kind::BuildFailed),
    (&["build failed"], Kind::BuildFailed),
    (&["[pm2][error]"], Kind::NotStarted),
    (&["[pm2] error"], Kind::NotStarted),
    (&["pm2", "errored"], Kind::NotStarted),
];

/// A line that only announces another try.
const RETRIES: [&str; 2] = ["will retry", "retrying"];
/// What the lesson's script says at its end.
const READY: &str = "ec-site: ready";
/// What the lesson's script says of a failing line, after the number of the part that it was in.
const FAILED: &str = "ec-site: failed in line";
/// What cloud-init says of a script that failed.
const SCRIPT_FAILED: [&str; 2] =
    ["failed to run module scripts-user", "failed running /var/lib/cloud/instance/scripts"];
/// The most of a line that is shown.
const LONGEST: usize = 160;

/// The first failure that `log` shows; none where it shows none, or where the lesson's script reached its end.
#[must_use]
pub fn analyse(log: &str) -> Option<Failure> {
    let lines: Vec<String> = log.lines().map(plain).collect();
    let lower: Vec<String> = lines.iter().map(|line| line.to_lowercase()).collect();
    if lower.iter().any(|line| line.contains(READY)) {
        return None;
    }
    let told = lower.iter().enumerate().find_map(|(index, line)| Some((index, sign(line)?)));
    let (index, kind) = told.or_else(|| untold(&lower))?;
    Some(Failure { cause: kind.cause(), line: shown(&lines[index]), repair: kind.repair() })
}

fn sign(line: &str) -> Option<Kind> {
    if RETRIES.iter().any(|word| line.contains(word)) {
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

impl Kind {
    fn cause(self) -> Cause {
        let (id, text) = match self {
            Self::NoCredentials => ("app-no-credentials", msg!(cause_app_no_credentials)),
            Self::ArchiveDenied => ("app-archive-denied", msg!(cause_app_archive_denied)),
            Self::ArchiveMissing => ("app-archive-missing", msg!(cause_app_archive_missing)),
            Self::NoNetwork => ("app-no-network", msg!(cause_app_no_network)),
            Self::NoSpace => ("app-no-space", msg!(cause_app_no_space)),
            Self::NoMemory => ("app-no-memory", msg!(cause_app_no_memory)),
            Self::LineEnds => ("user-data-line-ends", msg!(cause_user_data_line_ends)),
            Self::NoShebang => ("user-data-no-shebang", msg!(cause_user_data_no_shebang)),
            Self::NotAScript => ("user-data-encoding", msg!(cause_user_data_not_text)),
            Self::ToolMissing => ("app-tool-missing", msg!(cause_app_tool_missing)),
            Self::BuildFailed => ("app-build-failed", msg!(cause_app_build_failed)),
            Self::NotStarted => ("app-not-started", msg!(cause_app_pm2_failed)),
        };
        Cause { id, text }
    }

    fn repair(self) -> Text {
        match self {
            Self::NoCredentials => msg!(mend_app_no_credentials),
            Self::ArchiveDenied => msg!(mend_app_archive_denied),
            Self::ArchiveMissing => msg!(mend_app_archive_missing),
            Self::NoNetwork => msg!(mend_app_no_network),
            Self::NoSpace => msg!(mend_app_no_space),
            Self::NoMemory => msg!(mend_app_no_memory),
            Self::LineEnds | Self::NoShebang | Self::NotAScript => msg!(mend_app_script),
            Self::ToolMissing => msg!(mend_app_tool_missing),
            Self::BuildFailed => msg!(mend_app_build_failed),
            Self::NotStarted => msg!(mend_app_pm2_failed),
        }
    }
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
    let mut short: String = line.trim().chars().take(LONGEST).collect();
    if line.trim().chars().count() > LONGEST {
        short.push_str("...");
    }
    short
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn id(log: &str) -> Option<&'static str> {
        analyse(log).map(|failure| failure.cause.id)
    }

    #[test_case("fatal error: Unable to locate credentials", "app-no-credentials")]
    #[test_case(
        "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden",
        "app-archive-denied"
    )]
    #[test_case(
        "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied",
        "app-archive-denied"
    )]
    #[test_case(
        "fatal error: An error occurred (404) when calling the HeadObject operation: Key \"a.zip\" does not exist",
        "app-archive-missing"
    )]
    #[test_case(
        "fatal error: Connect timeout on endpoint URL: \"https://a.s3.us-east-1.amazonaws.com/\"",
        "app-no-network"
    )]
    #[test_case("curl: (6) Could not resolve host: registry.npmjs.org", "app-no-network")]
    #[test_case(" ERR_PNPM_META_FETCH_FAIL  GET https://registry.npmjs.org/next: request failed", "app-no-network")]
    #[test_case("write error: No space left on device", "app-no-space")]
    #[test_case("[  99.1] Out of memory: Killed process 2211 (node) total-vm:1234kB", "app-no-memory")]
    #[test_case("/var/lib/cloud/instance/scripts/part-001: line 12: pnpm: command not found", "app-tool-missing")]
    #[test_case("part-001: line 26: /root/.local/share/pnpm/pm2: No such file or directory", "app-tool-missing")]
    #[test_case(" ELIFECYCLE  Command failed with exit code 1.", "app-build-failed")]
    #[test_case("[PM2][ERROR] Script not found: /root/ecommerce-app-v1/index.js", "app-not-started")]
    #[test_case("/bin/bash^M: bad interpreter: No such file or directory", "user-data-line-ends")]
    #[test_case("part-001: line 2: $'\\r': command not found", "user-data-line-ends")]
    #[test_case(
        "OSError: [Errno 8] Exec format error: b'/var/lib/cloud/instance/scripts/part-001'",
        "user-data-no-shebang"
    )]
    #[test_case(
        "__init__.py[WARNING]: Unhandled non-multipart (text/x-not-multipart) userdata: 'b'SXlFdm...''",
        "user-data-encoding"
    )]
    #[test_case("ec-site: 3 of 4, install and build\nweird\nec-site: FAILED in line 27", "app-build-failed"; "the third part without words")]
    #[test_case("ec-site: 4 of 4, start it\nec-site: FAILED in line 30", "app-not-started"; "the fourth part without words")]
    fn failures_are_known_by_their_words(log: &str, expected: &str) {
        assert_eq!(id(log), Some(expected));
    }

    #[test_case(""; "nothing yet")]
    #[test_case("cloud-init finished at Thu, 21 May 2026"; "a boot without words of ours")]
    #[test_case("WARN GET https://registry.npmjs.org/a error (ETIMEDOUT). Will retry in 10 seconds."; "only another try")]
    #[test_case("npm WARN enospc?\nELIFECYCLE\nec-site: ready"; "a script that reached its end")]
    fn what_is_no_failure_is_none(log: &str) {
        assert_eq!(id(log), None);
    }

    #[test]
    fn the_first_failure_is_the_cause() {
        assert_eq!(
            id("Unable to locate credentials\nunzip: command not found\nELIFECYCLE"),
            Some("app-no-credentials")
        );
    }

    #[test]
    fn lines_are_shown_short_and_harmless() {
        let log = format!("\u{1b}[31mELIFECYCLE\u{1b}[0m\u{7} {}", "x".repeat(70_000));
        let line = analyse(&log).unwrap().line;
        assert!(line.starts_with("ELIFECYCLE x") && line.len() < 200 && !line.contains('\u{1b}'), "{line}");
        let secret = analyse("ELIFECYCLE password=hunter2").unwrap().line;
        assert_eq!(secret, "***");
    }
}
