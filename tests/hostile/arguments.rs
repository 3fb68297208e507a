//! Arguments and environment.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;

use super::program::Home;
use ec_site_tutor_testing::hostile::{HOSTILE, all};

/// Commands with a place for a string that they can't take, and what they end with.
const WRONG: [(&[&str], i32); 17] = [
    (&["check", "--demo", "{}"], 2),
    (&["explain", "--demo", "{}"], 2),
    (&["{}"], 2),
    (&["--{}"], 2),
    (&["check", "--{}={}"], 2),
    (&["--lang", "{}"], 2),
    (&["--lesson", "{}", "check"], 2),
    (&["snippet", "{}"], 2),
    (&["lint", "{}"], 2),
    (&["completions", "{}"], 2),
    (&["load", "--demo", "--interval", "{}"], 2),
    (&["load", "--demo", "--count", "{}"], 2),
    (&["class", "{}", "--plain"], 2),
    (&["class", "./{}.csv", "--plain"], 2),
    (&["class", "--demo", "--plain", "--shard", "{}"], 2),
    (&["class", "--merge", "./{}"], 2),
    (&["evidence", "--verify", "./{}"], 1),
];

fn with(template: &[&str], text: &OsStr) -> Vec<OsString> {
    let fill = |argument: &&str| {
        let mut filled = OsString::new();
        for (index, part) in argument.split("{}").enumerate() {
            if index > 0 {
                filled.push(text);
            }
            filled.push(part);
        }
        filled
    };
    template.iter().map(fill).collect()
}

#[test]
fn a_wrong_argument_is_told_and_harms_nobody() {
    let home = Home::new();
    for (template, status) in WRONG {
        let ran = home.run(&with(template, all().as_ref()));
        assert_eq!(ran.status, status, "{template:?}: {}{}", ran.out, ran.err);
        assert!(ran.out.len() + ran.err.len() < 20_000, "{template:?}: {} bytes", ran.err.len());
    }
    for (name, text) in HOSTILE {
        let ran = home.run(&["snippet", "--lang", "ja", "--", text]);
        assert_eq!(ran.status, 2, "{name}: {}", ran.err);
    }
}

#[test]
fn a_name_of_a_megabyte_is_cut() {
    // An argument may have 128 KiB: https://man7.org/linux/man-pages/man2/execve.2.html
    let ran = Home::new().refused(&["snippet", &"a".repeat(120_000)], "aaa");
    assert!(ran.err.len() < 20_000, "{} bytes", ran.err.len());
}

#[test]
fn an_argument_that_is_no_text_is_told() {
    let (home, text) = (Home::new(), OsStr::from_bytes(b"a\xff\x1b[31m\xf0\x9f"));
    for (template, status) in WRONG {
        let ran = home.run(&with(template, text));
        assert_eq!(ran.status, status, "{template:?}: {}{}", ran.out, ran.err);
        let said = ran.out + &ran.err;
        assert!(said.contains("a\u{fffd}"), "{template:?}: {said}");
    }
    home.refused(&[OsStr::new("--region"), text, OsStr::new("check")], "isn't UTF-8");
    home.refused(&[OsStr::new("--profile"), text, OsStr::new("check")], "isn't UTF-8");
}

#[test]
fn a_variable_that_aws_reads_and_that_is_no_text_is_told() {
    for name in ["AWS_PROFILE", "AWS_REGION", "AWS_CONFIG_FILE", "AWS_ENDPOINT_URL"] {
        Home::new().with(name, OsStr::from_bytes(b"lab\xff")).refused(&["check"], name);
    }
}

#[test]
fn variables_that_say_nothing_change_nothing() {
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "TERM", "NO_COLOR", "TMUX", "COLUMNS", "XDG_CONFIG_HOME"] {
        for value in [OsStr::from_bytes(b"\xff\x1b[31m"), OsStr::new(&all())] {
            assert_eq!(Home::new().with(name, value).run(&["status"]).status, 0, "{name}");
        }
    }
}

#[test]
fn a_hostile_profile_and_region_harm_nobody() {
    let hostile = all();
    for (name, flag) in [("AWS_PROFILE", "--profile"), ("AWS_REGION", "--region")] {
        for json in [&["check"][..], &["check", "--json"]] {
            let ran = Home::new().with(name, &hostile).run(json);
            assert_ne!(ran.status, 0, "{}", ran.err);
            let ran = Home::new().run(&[&["--lang", "ja", flag, &hostile], json].concat());
            assert_ne!(ran.status, 0, "{}", ran.err);
        }
    }
}
