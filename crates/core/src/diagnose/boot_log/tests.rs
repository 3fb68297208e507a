//! What is read from single lines; whole logs are in `tests/findings/boot_logs.toml`.

use crate::verify::CauseId;
use test_case::test_case;

use super::*;

fn id(log: &str) -> Option<CauseId> {
    analyse(log).map(|failure| failure.cause.id)
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
    let line = analyse(&log).unwrap().line;
    assert!(line.starts_with("ELIFECYCLE x") && line.len() < 210 && !line.contains('\u{1b}'), "{line}");
    let secret = analyse("ELIFECYCLE password=hunter2").unwrap().line;
    assert_eq!(secret, "***");
}
