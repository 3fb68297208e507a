//! What is read from single lines; whole logs are in `tests/findings/boot_logs.toml`.

use crate::verify::CauseId;
use test_case::test_case;

use super::*;

fn id(log: &str) -> Option<CauseId> {
    analyse(log, false).map(|failure| failure.cause.id)
}

#[test_case("fatal error: Unable to locate credentials", CauseId::AppNoCredentials)]
#[test_case(
    "fatal error: An error occurred (403) when calling the HeadObject operation: Forbidden",
    CauseId::AppArchiveDenied
)]
#[test_case(
    "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied",
    CauseId::AppArchiveDenied
)]
#[test_case(
    "fatal error: An error occurred (404) when calling the HeadObject operation: Key \"a.zip\" does not exist",
    CauseId::AppArchiveMissing
)]
#[test_case(
    "fatal error: Connect timeout on endpoint URL: \"https://a.s3.us-east-1.amazonaws.com/\"",
    CauseId::AppNoNetwork
)]
#[test_case("curl: (6) Could not resolve host: registry.npmjs.org", CauseId::AppNoNetwork)]
#[test_case(" ERR_PNPM_META_FETCH_FAIL  GET https://registry.npmjs.org/next: request failed", CauseId::AppNoNetwork)]
#[test_case("write error: No space left on device", CauseId::AppNoSpace)]
#[test_case("[  99.1] Out of memory: Killed process 2211 (node) total-vm:1234kB", CauseId::AppNoMemory)]
#[test_case("/var/lib/cloud/instance/scripts/part-001: line 12: pnpm: command not found", CauseId::AppToolMissing)]
#[test_case("part-001: line 26: /root/.local/share/pnpm/pm2: No such file or directory", CauseId::AppToolMissing)]
#[test_case(" ELIFECYCLE  Command failed with exit code 1.", CauseId::AppBuildFailed)]
#[test_case("[PM2][ERROR] Script not found: /root/ecommerce-app-v1/index.js", CauseId::AppNotStarted)]
#[test_case("/bin/bash^M: bad interpreter: No such file or directory", CauseId::UserDataLineEnds)]
#[test_case("part-001: line 2: $'\\r': command not found", CauseId::UserDataLineEnds)]
#[test_case(
    "OSError: [Errno 8] Exec format error: b'/var/lib/cloud/instance/scripts/part-001'",
    CauseId::UserDataNoShebang
)]
#[test_case(
    "__init__.py[WARNING]: Unhandled non-multipart (text/x-not-multipart) userdata: 'b'SXlFdm...''",
    CauseId::UserDataEncoding
)]
#[test_case("ec-site: 3 of 4, install and build\nweird\nec-site: FAILED in line 27", CauseId::AppBuildFailed; "the third part without words")]
#[test_case("ec-site: 4 of 4, start it\nec-site: FAILED in line 30", CauseId::AppNotStarted; "the fourth part without words")]
fn failures_are_known_by_their_words(log: &str, expected: CauseId) {
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
        Some(CauseId::AppNoCredentials)
    );
}

#[test]
fn lines_are_shown_short_and_harmless() {
    let log = format!("\u{1b}[31mELIFECYCLE\u{1b}[0m\u{7} {}", "x".repeat(70_000));
    let line = analyse(&log, false).unwrap().line;
    assert!(line.starts_with("ELIFECYCLE x") && line.len() < 210 && !line.contains('\u{1b}'), "{line}");
    let secret = analyse("ELIFECYCLE password=hunter2", false).unwrap().line;
    assert_eq!(secret, "***");
}

const BOOT: &str = "Cloud-init v. 22.2.2 running 'modules:final' at Wed\n";
const END: &str = "Cloud-init v. 22.2.2 finished at Wed\n";

#[test_case(&[BOOT, END], true, true; "a boot without a word of the lesson's script")]
#[test_case(&[BOOT, END], false, false; "a script of one's own may be silent")]
#[test_case(&[BOOT], true, false; "a boot that isn't over")]
#[test_case(&[END], true, false; "a log of which the beginning is cut off")]
#[test_case(&[BOOT, "ec-site: 1 of 4\n", END], true, false; "a script that began")]
#[test_case(&[END, BOOT], true, false; "the end of an earlier boot")]
fn silence_tells_something_only_of_the_lesson_s_script(log: &[&str], is_own: bool, expected: bool) {
    let found = analyse(&log.concat(), is_own).map(|failure| failure.cause.id);
    assert_eq!(found == Some(CauseId::UserDataNotRun), expected, "{found:?}");
}

#[test]
fn reasons_without_end_are_joined_to_their_codes_in_bounded_length() {
    let log = "Error: ERR_PNPM_X\n  │ a long reason\n".repeat(20_000) + &"  × y\n".repeat(20_000);
    let line = analyse(&log, true).unwrap().line;
    assert!(line.starts_with("Error: ERR_PNPM_X a long reason") && line.len() < 210, "{line}");
}

#[test]
fn a_secret_in_a_joined_reason_is_not_shown() {
    let log = "Error: ERR_PNPM_X\n\n  × npm_config_token=hunter2\n  ╰─▶ more\n";
    assert_eq!(analyse(log, false).unwrap().line, "***");
}
