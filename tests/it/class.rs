//! An instructor's class: accounts behind roles and profiles, pages that were handed in, rows from other machines.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::OnceLock;

use ec_site_tutor_testing::aws::{Account, Call, Front, Moto, Reply, answers};
use ec_site_tutor_testing::program::{text, tutor};
use serde_json::Value;

const EXTERNAL_ID: &str = "a-secret-of-this-class";
const REFUSED: &str = "999900001111";
const INTERRUPTED: i32 = 130;

/// Learners' accounts at three places of the lesson, laid once and only read.
fn learners() -> &'static BTreeMap<&'static str, Account> {
    static LEARNERS: OnceLock<BTreeMap<&'static str, Account>> = OnceLock::new();
    LEARNERS.get_or_init(|| {
        let laid = [("empty", vec![]), ("begun", vec!["steps_0_to_3"]), ("imaged", vec!["steps_0_to_2_4"])];
        let account = |(name, parts): (&'static str, Vec<&str>)| {
            let account = Moto::shared().account();
            if !parts.is_empty() {
                account.lay(&parts);
            }
            (name, account)
        };
        laid.into_iter().map(account).collect()
    })
}

fn arn(account: &str) -> String {
    format!("arn:aws:iam::{account}:role/EcSiteTutorClass")
}

/// A roster of the learners and of one whose account refuses.
fn roster(folder: &Path) -> std::path::PathBuf {
    let mut roster = format!("external_id = \"{EXTERNAL_ID}\"\n");
    for (name, account) in learners() {
        let _ = writeln!(roster, "[[learner]]\nname = \"{name}\"\nrole_arn = \"{}\"", arn(&account.number));
    }
    let _ = writeln!(roster, "[[learner]]\nname = \"refusing\"\nrole_arn = \"{}\"", arn(REFUSED));
    let file = folder.join("class.toml");
    fs::write(&file, roster).unwrap();
    file
}

/// The instructor's way to AWS. One role refuses, and so does every other without the external id.
fn instructor() -> Front {
    let front = Front::before_instructor(&Moto::shared().account());
    front.on("sts", "AssumeRole", |call: &Call| {
        let role = call.parameter("RoleArn").unwrap_or_default();
        let is_known = call.parameter("ExternalId").as_deref() == Some(EXTERNAL_ID);
        let is_named = call.parameter("RoleSessionName").as_deref() == Some("ec-site-tutor-learner");
        if is_known && is_named && !role.contains(REFUSED) {
            Reply::PassOn
        } else {
            answers::error(call, 403, "AccessDenied", "not authorized to perform: sts:AssumeRole")
        }
    });
    front
}

fn class(front: &Front, home: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = tutor(&front.account).env("HOME", home).arg("class").args(arguments).output().expect("it runs");
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit status"), said(output.stdout), said(output.stderr))
}

fn rows(lines: &str) -> BTreeMap<String, Value> {
    let row = |line: &str| serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    lines.lines().map(row).map(|row| (text(&row["id"]).to_owned(), row)).collect()
}

fn current(rows: &BTreeMap<String, Value>) -> BTreeMap<&str, Option<&str>> {
    rows.iter().map(|(id, row)| (id.as_str(), row["current"].as_str())).collect()
}

#[test]
fn every_account_is_read_through_its_role_and_one_that_refuses_is_no_learners_failure() {
    let (front, home) = (instructor(), tempfile::tempdir().unwrap());
    let file = roster(home.path());
    let (exit, out, err) = class(&front, home.path(), &[file.to_str().unwrap(), "--json"]);
    let rows = rows(&out);
    let expected = [("begun", Some("1-1")), ("empty", Some("preflight")), ("imaged", Some("3-1")), ("refusing", None)];
    assert_eq!(current(&rows), BTreeMap::from(expected), "{err}");
    assert_eq!(exit, 1);
    for (name, account) in learners() {
        assert_eq!(rows[*name]["account"], account.number.as_str());
        assert!(rows[*name]["unread"].is_null());
    }
    assert_eq!(rows["refusing"]["unread"]["id"], "access-denied");
    assert_eq!(rows["refusing"]["steps"], Value::Array(Vec::new()));
    assert!(text(&rows["refusing"]["unread"]["text"]["en"]).contains("sts:AssumeRole"));
    assert!(!out.contains(EXTERNAL_ID) && !err.contains(EXTERNAL_ID));
}

#[test]
fn who_was_read_a_moment_ago_is_not_read_again_by_resume() {
    let (front, home) = (instructor(), tempfile::tempdir().unwrap());
    let file = roster(home.path());
    let file = file.to_str().unwrap();
    let first = rows(&class(&front, home.path(), &[file, "--json"]).1);
    let assumed = front.count("AssumeRole");
    let second = rows(&class(&front, home.path(), &[file, "--json", "--resume"]).1);
    assert_eq!(front.count("AssumeRole"), assumed + 1, "only the one that refused is asked again");
    assert_eq!(current(&first), current(&second));
    let third = rows(&class(&front, home.path(), &[file, "--json"]).1);
    assert_eq!(third["begun"]["since"], first["begun"]["read_at"], "the first reading is remembered");
    assert_ne!(third["begun"]["read_at"], first["begun"]["read_at"]);
}

#[test]
fn parts_that_were_read_apart_are_together_the_class() {
    let (front, home) = (instructor(), tempfile::tempdir().unwrap());
    let file = roster(home.path());
    let mut parts = Vec::new();
    for (number, variable) in [("1/2", None), ("2", Some(("JOB_COMPLETION_INDEX", "1")))] {
        let mut command = tutor(&front.account);
        command.env("HOME", home.path()).args(["class", file.to_str().unwrap(), "--json", "--shard", number]);
        let output = command.envs(variable).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 2, "{output:?}");
        let part = home.path().join(format!("part-{}.jsonl", parts.len()));
        fs::write(&part, output.stdout).unwrap();
        parts.push(part);
    }
    let files: Vec<&str> = parts.iter().map(|part| part.to_str().unwrap()).collect();
    let calls = front.calls().len();
    let (_, merged, _) = class(&front, home.path(), &[&["--json", "--merge"], files.as_slice()].concat());
    assert_eq!(rows(&merged).len(), 4);
    let (_, table, _) = class(&front, home.path(), &[&["--csv", "--merge"], files.as_slice()].concat());
    assert_eq!(table.lines().count(), 5, "{table}");
    assert!(table.lines().any(|line| line.starts_with("\"imaged\"") && line.contains("\"step 3-1\"")), "{table}");
    assert_eq!(front.calls().len(), calls, "what was read before is not read again");
}

#[test]
fn what_was_read_before_ctrl_c_is_kept() {
    let (front, home) = (instructor(), tempfile::tempdir().unwrap());
    let file = roster(home.path());
    front.on("sts", "AssumeRole", |call: &Call| {
        if call.parameter("RoleArn").unwrap_or_default().contains(REFUSED) { Reply::Hang } else { Reply::PassOn }
    });
    let mut child = Process::new(env!("CARGO_BIN_EXE_ec-site-tutor"))
        .env_clear()
        .envs(front.account.variables())
        .env("HOME", home.path())
        .args(["class", file.to_str().unwrap(), "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let read: String = lines.by_ref().take(3).map(|line| line.unwrap() + "\n").collect();
    assert_eq!(rows(&read).len(), 3);
    assert!(Process::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(INTERRUPTED));
    assert_eq!(lines.count(), 0);
    let (_, again, _) = class(&instructor(), home.path(), &[file.to_str().unwrap(), "--json", "--resume"]);
    assert_eq!(rows(&again).len(), 4);
}

#[test]
fn profiles_and_pages_that_were_handed_in_stand_beside_roles() {
    let (front, home) = (instructor(), tempfile::tempdir().unwrap());
    let begun = &learners()["begun"];
    let keys = &begun.credentials;
    fs::create_dir_all(home.path().join(".aws")).unwrap();
    let profile = format!(
        "[taro]\naws_access_key_id = {}\naws_secret_access_key = {}\naws_session_token = {}\n",
        keys.access_key_id, keys.secret_access_key, keys.session_token
    );
    fs::write(home.path().join(".aws/credentials"), profile).unwrap();
    let page = home.path().join("imaged.html");
    let evidence = Front::before(&learners()["imaged"]);
    let written = tutor(&evidence.account)
        .env("HOME", home.path())
        .args(["evidence", "-o", page.to_str().unwrap()])
        .output()
        .unwrap();
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    let edited = fs::read_to_string(&page).unwrap().replacen("failed", "passed", 1);
    fs::write(home.path().join("edited.html"), edited).unwrap();
    let own = format!("own,,imaged.html,{}", learners()["imaged"].number);
    let roster = format!(
        "name,profile,evidence,account\ntaro,taro,,{}\n{own}\nforeign,,imaged.html,111122223333\nedited,,edited.html,\n\
         nowhere,,gone.html,\nbad,taro,imaged.html,\n",
        begun.number
    );
    let file = home.path().join("class.csv");
    fs::write(&file, roster).unwrap();
    let (_, out, err) = class(&front, home.path(), &[file.to_str().unwrap(), "--json"]);
    let rows = rows(&out);
    assert_eq!(rows.len(), 6, "{err}");
    // What only the learner can tell isn't confirmed in the page.
    assert_eq!((rows["taro"]["current"].as_str(), rows["own"]["current"].as_str()), (Some("1-1"), Some("2-2")));
    for (id, reason) in [
        ("foreign", "other-account"),
        ("edited", "evidence-edited"),
        ("nowhere", "evidence-unreadable"),
        ("bad", "roster"),
    ] {
        assert_eq!(rows[id]["unread"]["id"], reason, "{:#}", rows[id]);
        assert!(rows[id]["current"].is_null());
    }
    assert!(text(&rows["bad"]["unread"]["text"]["en"]).contains("class.csv:7:10: "), "{:#}", rows["bad"]);
    assert_eq!(front.count("AssumeRole"), 0);
}
