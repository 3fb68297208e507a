//! `evidence`: the page that it writes, what it leaves alone, and what it says of pages that were handed in.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use ec_site_tutor_testing::aws::Front;
use ec_site_tutor_testing::aws::answers::error;
use ec_site_tutor_testing::program::{Baseline, tutor};

/// `evidence` in `folder`, which is its home, too.
fn evidence(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
    command.arg("evidence").args(arguments).args(["--lang", "en"]).current_dir(folder);
    command.env("XDG_STATE_HOME", folder).env("XDG_CONFIG_HOME", folder).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_page_is_written_under_a_name_of_its_own_and_holds() {
    let folder = tempfile::tempdir().unwrap();
    let written = evidence(folder.path(), &["--demo"]);
    assert!(written.status.success() && written.stdout.is_empty(), "{}", err(&written));
    assert!(err(&written).contains("Written to evidence-step4-demo.html"), "{}", err(&written));
    let again = evidence(folder.path(), &["--demo", "--redact"]);
    assert!(err(&again).contains("in the place of an older page"), "{}", err(&again));
    let printed = evidence(folder.path(), &["--demo", "-o", "-"]);
    assert!(out(&printed).starts_with("<!doctype html>") && printed.stderr.is_empty(), "{}", err(&printed));
    fs::write(folder.path().join("printed.html"), printed.stdout).unwrap();
    let verified = evidence(folder.path(), &["--verify", "evidence-step4-demo.html", "printed.html"]);
    assert_eq!(verified.status.code(), Some(0), "{}", out(&verified));
    let said = out(&verified);
    assert!(
        said.contains("evidence-step4-demo.html: consistent") && said.contains("printed.html: consistent"),
        "{said}"
    );
    assert!(said.contains("can't be told from real data"), "what it can't prove is said: {said}");
}

#[test]
fn pages_that_do_not_hold_are_told_from_those_that_do_and_from_other_files() {
    let folder = tempfile::tempdir().unwrap();
    assert!(evidence(folder.path(), &["--demo", "-o", "good.html"]).status.success());
    let page = fs::read_to_string(folder.path().join("good.html")).unwrap();
    fs::write(folder.path().join("edited.html"), page.replace("<span>failed</span>", "<span>passed</span>")).unwrap();
    fs::write(folder.path().join("claims.html"), page.replace("\"failed\"", "\"passed\"")).unwrap();
    fs::write(folder.path().join("other.html"), "<p>hello</p>").unwrap();
    let files = ["good.html", "edited.html", "claims.html", "other.html", "none.html"];
    let verified = evidence(folder.path(), &[&["--verify"], files.as_slice()].concat());
    let said = out(&verified);
    assert_eq!(verified.status.code(), Some(1), "{said}");
    for line in [
        "✓ good.html: consistent",
        "✗ edited.html: differs",
        " isn't what this program writes from the data in the page.",
        "✗ claims.html: differs",
        "1-1/group: what the page says isn't what its data shows",
        "? other.html: can't be examined: the file holds no data",
        "? none.html: can't be examined:",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(!said.contains("<span>"), "what the data would have to say is not said: {said}");
}

#[test]
fn a_file_that_is_no_page_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("thesis.html");
    fs::write(&file, "years of work").unwrap();
    let output = evidence(folder.path(), &["--demo", "-o", "thesis.html"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("thesis.html is there and isn't an evidence page"), "{}", err(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), "years of work");
    for device in [".", "/dev/null"] {
        let output = evidence(folder.path(), &["--demo", "-o", device]);
        assert_eq!(output.status.code(), Some(1));
        assert!(err(&output).contains(&format!("{device} is there and isn't an evidence page")), "{}", err(&output));
    }
}

#[test]
fn examining_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let output = evidence(folder.path(), &["--verify", "a.html", "--redact"]);
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("--verify examines pages and writes none"), "{}", err(&output));
}

#[test]
fn a_page_of_a_real_reading_holds_and_says_what_could_not_be_read() {
    let front = Front::before(&Baseline::finished().account);
    front.on("ec2", "DescribeSecurityGroups", |call| error(call, 403, "UnauthorizedOperation", "No."));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    let run = |arguments: &[&str]| {
        tutor(&front.account).env("HOME", folder.path()).arg("evidence").args(arguments).arg(&file).output().unwrap()
    };
    let written = run(&["-o"]);
    assert!(written.status.success(), "{}", err(&written));
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.contains("ec2:DescribeSecurityGroups was refused") && page.contains("class=\"status unknown\""));
    let verified = run(&["--verify"]);
    assert!(verified.status.success(), "{}", out(&verified));
}

#[test]
fn there_is_no_page_of_an_account_that_can_not_be_read_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.html");
    let output = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"))
        .env_clear()
        .envs([("AWS_REGION", "us-east-1"), ("AWS_EC2_METADATA_DISABLED", "true")])
        .env("HOME", folder.path())
        .args(["evidence", "-o"])
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("No AWS credentials were found"), "{}", err(&output));
    assert!(!file.exists(), "nothing is written");
}
