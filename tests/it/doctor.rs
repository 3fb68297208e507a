//! `doctor`, before accounts that are sound, denied, not enabled, behind a proxy that refuses, or that have no credentials; and
//! what it must never show.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;

use assert_cmd::Command;
use ec_site_tutor_testing::aws::answers::error;
use ec_site_tutor_testing::aws::{Front, Moto};
use ec_site_tutor_testing::program::{Baseline, program, tutor};
use serde_json::Value;
use test_case::test_case;
use unicode_width::UnicodeWidthStr;

/// What `doctor --json` said, and the exit status.
fn examined(command: &mut Command) -> (i32, Value) {
    let output = command.args(["doctor", "--json"]).output().unwrap();
    let document = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    (output.status.code().unwrap(), document)
}

fn at_home<'a>(command: &'a mut Command, home: &Path) -> &'a mut Command {
    command.env("HOME", home).env("TZ", "Asia/Tokyo")
}

/// The line of this id.
fn line<'a>(document: &'a Value, id: &str) -> &'a Value {
    let lines = document["checks"].as_array().unwrap();
    lines.iter().find(|line| line["id"] == id).unwrap_or_else(|| panic!("no {id} in {document:#}"))
}

fn ids(document: &Value) -> Vec<&str> {
    document["checks"].as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap()).collect()
}

/// The program with nothing that leads to AWS.
fn bare(home: &Path) -> Command {
    let mut command = Command::new(program());
    command.env_clear().env("AWS_EC2_METADATA_DISABLED", "true");
    at_home(&mut command, home);
    command
}

#[test]
fn a_sound_account_has_nothing_bad_and_every_permission_was_tried() {
    let home = tempfile::tempdir().unwrap();
    let front = Front::before(&Baseline::finished().account);
    let (exit, document) = examined(at_home(&mut tutor(&front.account), home.path()));
    assert_eq!((exit, &document["schema"]), (0, &Value::from(1)), "{document:#}");
    let expected = [
        "version",
        "credentials",
        "identity",
        "region",
        "endpoints",
        "proxy",
        "trust-store",
        "clock",
        "permissions",
        "terminal",
        "locale",
        "time-zone",
        "state-folder",
        "other-tutors",
    ];
    assert_eq!(ids(&document), expected);
    let standings = |standing: &str| {
        let lines = document["checks"].as_array().unwrap().iter();
        lines.filter(|line| line["status"] == standing).map(|line| line["id"].as_str().unwrap()).collect::<Vec<_>>()
    };
    assert!(standings("odd").contains(&"endpoints"), "{document:#}");
    assert_eq!(standings("bad"), [""; 0]);
    assert!(line(&document, "credentials")["actual"].as_str().unwrap().contains("AWS_ACCESS_KEY_ID"));
    assert!(line(&document, "time-zone")["actual"].as_str().unwrap().contains("Asia/Tokyo, UTC+09:00"), "{document:#}");
    assert!(fs::read_dir(home.path()).unwrap().next().is_none(), "nothing is left in the home folder");
    // Each call once; what says which things there are, once more.
    assert_eq!(front.count("DescribeVpcs"), 1);
    assert_eq!(front.count("GetCallerIdentity"), 1);
    assert_eq!(front.strangers(), [""; 0]);
}

#[test]
fn denied_calls_are_named_with_what_the_policy_lacks() {
    let home = tempfile::tempdir().unwrap();
    let front = Front::before(&Moto::shared().account());
    front.on("ec2", "DescribeVpcs", |call| error(call, 403, "UnauthorizedOperation", "You are not authorized."));
    front.on("iam", "GetInstanceProfile", |call| error(call, 403, "AccessDenied", "is not authorized to perform"));
    let (exit, document) = examined(at_home(&mut tutor(&front.account), home.path()));
    assert_eq!(exit, 1);
    let line = line(&document, "permissions");
    assert_eq!(line["status"], "bad");
    assert!(line["actual"].as_str().unwrap().contains("denied: ec2:DescribeVpcs, iam:GetInstanceProfile"), "{line:#}");
    let statement = r#""Action":["ec2:DescribeVpcs","iam:GetInstanceProfile"]"#;
    assert!(line["fix"].as_str().unwrap().contains(statement), "{line:#}");
}

/// Every text in a window of 80 columns, and a screen of it.
fn assert_is_a_screen(command: &mut Command, language: &str, exit: i32) -> String {
    let output = command.args(["doctor", "--lang", language]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(exit), "{text}");
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
    assert!(text.lines().count() <= 24, "{text}");
    text
}

#[test_case("en")]
#[test_case("ja")]
fn without_credentials_it_is_one_screen_that_says_what_comes_first(language: &str) {
    let home = tempfile::tempdir().unwrap();
    let text = assert_is_a_screen(&mut bare(home.path()), language, 1);
    assert_eq!(text.lines().filter(|line| line.starts_with('✗')).count(), 2, "credentials and region\n{text}");
    let (_, document) = examined(&mut bare(home.path()));
    assert_eq!(line(&document, "credentials")["status"], "bad");
    assert!(!ids(&document).contains(&"identity") && !ids(&document).contains(&"permissions"), "{document:#}");
}

/// Good credentials are called bad in a region that the account hasn't enabled.
#[test_case("en")]
#[test_case("ja")]
fn a_region_that_isnt_enabled_is_what_is_bad(language: &str) {
    let home = tempfile::tempdir().unwrap();
    let front = Front::before(&Moto::shared().account());
    front.on("sts", "GetCallerIdentity", |call| {
        error(call, 403, "InvalidClientTokenId", "The security token is invalid")
    });
    front.on("ec2", "DescribeRegions", |call| error(call, 403, "UnauthorizedOperation", "You are not authorized."));
    let command = || {
        let mut command = tutor(&front.account);
        at_home(&mut command, home.path()).args(["--region", "ap-east-1"]);
        command
    };
    assert_is_a_screen(&mut command(), language, 1);
    let (_, document) = examined(&mut command());
    assert_eq!(line(&document, "region")["status"], "bad", "{document:#}");
    assert_eq!(line(&document, "credentials")["status"], "good", "{document:#}");
    assert!(!ids(&document).contains(&"identity") && !ids(&document).contains(&"permissions"));
}

#[test_case("en")]
#[test_case("ja")]
fn a_proxy_where_nobody_listens_is_bad(language: &str) {
    let home = tempfile::tempdir().unwrap();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let command = || {
        let mut command = bare(home.path());
        command.env("AWS_ACCESS_KEY_ID", "A").env("AWS_SECRET_ACCESS_KEY", "S").env("AWS_REGION", "us-east-1");
        command.env("HTTPS_PROXY", format!("http://me:hushhush@{free}"));
        command
    };
    let text = assert_is_a_screen(&mut command(), language, 1);
    assert!(!text.contains("hushhush"), "{text}");
    let (_, document) = examined(&mut command());
    assert_eq!(line(&document, "proxy")["status"], "bad", "{document:#}");
    assert_eq!(line(&document, "identity")["status"], "bad", "{document:#}");
}

/// It answers, and says no.
#[test]
fn a_proxy_that_refuses_is_bad_too() {
    let home = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
        }
    });
    let mut command = bare(home.path());
    command.env("AWS_ACCESS_KEY_ID", "A").env("AWS_SECRET_ACCESS_KEY", "S").env("AWS_REGION", "us-east-1");
    let (_, document) = examined(command.env("HTTPS_PROXY", format!("http://{address}")));
    assert_eq!(line(&document, "proxy")["status"], "bad", "{document:#}");
}

/// What is nobody's business, in every place where it may stand. Each is tried in the surroundings that make the program read it.
#[test_case("environment"; "keys in the environment")]
#[test_case("keys"; "keys in a file")]
#[test_case("process"; "a command")]
#[test_case("silent-process"; "a command that fails")]
#[test_case("container"; "a container")]
#[test_case("token"; "a web identity")]
#[test_case("sso"; "a sign in to identity center")]
fn no_secret_is_ever_shown(source: &str) {
    let home = tempfile::tempdir().unwrap();
    let front = Front::before(&Moto::shared().account());
    let aws = home.path().join(".aws");
    fs::create_dir_all(aws.join("sso/cache")).unwrap();
    let secret = |name: &str| format!("HUSH{name}HUSH");
    let json = format!(
        r#"{{"Version":1,"AccessKeyId":"{}","SecretAccessKey":"{}","SessionToken":"{}"}}"#,
        secret("id"),
        secret("key"),
        secret("session")
    );
    fs::write(aws.join("printed"), json).unwrap();
    fs::write(aws.join("token"), secret("webtoken")).unwrap();
    // The name of the file is the SHA-1 of the session's name, as the AWS CLI has it.
    let token = format!(r#"{{"accessToken":"{}","expiresAt":"2099-01-01T00:00:00Z"}}"#, secret("sso"));
    fs::write(aws.join("sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json"), token).unwrap();
    let printed = aws.join("printed");
    let config = format!(
        "[profile keys]\naws_access_key_id = {}\naws_secret_access_key = {}\naws_session_token = {}\n\
         [profile process]\ncredential_process = /bin/cat {} --\n\
         [profile silent-process]\ncredential_process = /bin/false --password {}\n\
         [profile token]\nrole_arn = arn:aws:iam::123456789012:role/x\nweb_identity_token_file = {}\n\
         [profile sso]\nsso_session = s\nsso_account_id = 123456789012\nsso_role_name = r\n\
         [sso-session s]\nsso_region = us-east-1\nsso_start_url = https://127.0.0.1:1/start\n",
        secret("id"),
        secret("key"),
        secret("session"),
        printed.display(),
        secret("argument"),
        aws.join("token").display()
    );
    fs::write(aws.join("config"), config).unwrap();
    for (language, json) in [("en", false), ("ja", false), ("en", true), ("ja", true)] {
        let mut command = bare(home.path());
        let proxy = format!("http://me:{}@127.0.0.1:1", secret("proxy"));
        command.env("AWS_REGION", "us-east-1").env("HTTP_PROXY", &proxy).env("HTTPS_PROXY", &proxy);
        command.env("NO_PROXY", "127.0.0.1").env("AWS_CONTAINER_AUTHORIZATION_TOKEN", secret("container"));
        let endpoint = front.account.endpoint;
        command
            .env("AWS_ENDPOINT_URL", format!("http://me:{}@{endpoint}/?key={}", secret("endpoint"), secret("query")));
        match source {
            "environment" => {
                command.env("AWS_ACCESS_KEY_ID", secret("id")).env("AWS_SECRET_ACCESS_KEY", secret("key"));
                command.env("AWS_SESSION_TOKEN", secret("session"));
            }
            "container" => {
                let url = format!("http://me:{}@127.0.0.1:1/?key={}", secret("password"), secret("query"));
                command.env("AWS_CONTAINER_CREDENTIALS_FULL_URI", url);
            }
            profile => {
                command.args(["--profile", profile]);
            }
        }
        command.args(["doctor", "--lang", language]).args(json.then_some("--json"));
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("version") || said.contains('✓'), "{said}");
        assert!(!said.contains("HUSH"), "{source}: {said}");
    }
}
