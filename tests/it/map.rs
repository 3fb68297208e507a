//! `map`: what it prints and writes, and what it makes of an account that can't be read.

use std::path::Path;
use std::process::{Command, Output};

use ec_site_tutor_testing::aws::Front;
use ec_site_tutor_testing::aws::answers::error;
use ec_site_tutor_testing::program::{Baseline, tutor};

/// `map` on the simulated account as it is at first.
fn demo(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
    command.args(["map", "--demo", "--lang", "en"]).args(arguments).current_dir(folder);
    command.env("XDG_STATE_HOME", folder).env("XDG_CONFIG_HOME", folder).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn without_a_terminal_the_drawing_has_eighty_columns() {
    let folder = tempfile::tempdir().unwrap();
    let output = demo(folder.path(), &[]);
    assert!(output.status.success(), "{}", err(&output));
    let drawing = out(&output);
    assert!(drawing.contains("\n+- - Load balancer ec-site-alb -"), "{drawing}");
    assert_eq!(drawing.lines().map(str::len).max(), Some(80), "{drawing}");
}

#[test]
fn the_picture_goes_into_the_file_or_to_stdout() {
    let folder = tempfile::tempdir().unwrap();
    let written = demo(folder.path(), &["--svg", "map.svg"]);
    assert!(written.status.success() && written.stdout.is_empty(), "{}", err(&written));
    let picture = std::fs::read_to_string(folder.path().join("map.svg")).unwrap();
    assert!(picture.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{picture}");
    let printed = demo(folder.path(), &["--svg", "-"]);
    // Only the instant at which the account was read differs.
    assert_eq!(out(&printed).lines().count(), picture.lines().count());
    assert!(out(&printed).starts_with("<svg "));
}

#[test]
fn a_file_that_can_not_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("taken"), "").unwrap();
    let output = demo(folder.path(), &["--svg", "taken/map.svg"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty() && err(&output).contains("taken/map.svg"), "{}", err(&output));
}

#[test]
fn there_is_no_map_of_an_account_that_can_not_be_read_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.svg");
    let output = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"))
        .env_clear()
        .envs([("AWS_REGION", "us-east-1"), ("AWS_EC2_METADATA_DISABLED", "true")])
        .env("HOME", folder.path())
        .args(["map", "--svg"])
        .arg(&file)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("No AWS credentials were found"), "{}", err(&output));
    assert!(!file.exists(), "nothing is written");
}

#[test]
fn a_map_of_what_could_be_read_says_what_could_not() {
    let front = Front::before(&Baseline::finished().account);
    front.on("ec2", "DescribeSecurityGroups", |call| error(call, 403, "UnauthorizedOperation", "No."));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("map.svg");
    let output = tutor(&front.account).env("HOME", folder.path()).args(["map", "--svg"]).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", err(&output));
    assert!(err(&output).contains("ec2:DescribeSecurityGroups was refused"), "{}", err(&output));
    let picture = std::fs::read_to_string(&file).unwrap();
    assert!(picture.contains("ec2:DescribeSecurityGroups was refused") && picture.contains("? ec-site-alb-sg"));
}
