//! Credentials that expire in mid-lab, that their source doesn't give for a while, or that become somebody else's: said,
//! and taken up without a restart.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use ec_site_tutor_testing::program::Talk;
use tiny_http::{Header, Method, Request, Response, Server};

const ACCOUNT: &str = "418602573914";

/// AWS, where the key OLDKEY has expired, and CloudShell's source of credentials, which fails while `is_failing`.
struct Aws {
    server: Arc<Server>,
    is_failing: AtomicBool,
}

impl Aws {
    fn start() -> Arc<Self> {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("loopback"));
        let aws = Arc::new(Self { server, is_failing: AtomicBool::new(true) });
        let serving = Arc::clone(&aws);
        thread::spawn(move || serving.server.incoming_requests().for_each(|request| serving.answer(request)));
        aws
    }

    fn address(&self) -> String {
        format!("http://{}", self.server.server_addr())
    }

    fn answer(&self, request: Request) {
        let (status, kind, body) =
            if request.method() == &Method::Get { self.credentials() } else { identity(&is_signed_by(&request)) };
        let kind = Header::from_bytes("content-type", kind).expect("a header");
        let _ = request.respond(Response::from_string(body).with_status_code(status).with_header(kind));
    }

    fn credentials(&self) -> (u16, &'static str, String) {
        if self.is_failing.load(Ordering::Relaxed) {
            return (503, "text/plain", String::new());
        }
        let keys = r#"{"AccessKeyId":"NEWKEY","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z"}"#;
        (200, "application/json", keys.to_owned())
    }
}

/// What the request says of its signature.
fn is_signed_by(request: &Request) -> String {
    let signature = request.headers().iter().find(|header| header.field.equiv("authorization"));
    signature.map(|header| header.value.to_string()).unwrap_or_default()
}

fn identity(signature: &str) -> (u16, &'static str, String) {
    if signature.contains("OLDKEY") {
        let error = "<Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message>";
        return (403, "text/xml", format!("<ErrorResponse><Error>{error}</Error></ErrorResponse>"));
    }
    let arn = match signature.split("Credential=").nth(1).and_then(|rest| rest.split('/').next()) {
        Some("ADMINKEY") => format!("arn:aws:sts::{ACCOUNT}:assumed-role/Admin/monday"),
        Some("LATERKEY") => format!("arn:aws:sts::{ACCOUNT}:assumed-role/Admin/tuesday"),
        _ => format!("arn:aws:iam::{ACCOUNT}:user/taro"),
    };
    let caller = format!("<Account>{ACCOUNT}</Account><Arn>{arn}</Arn>");
    let result = format!("<GetCallerIdentityResult>{caller}</GetCallerIdentityResult>");
    (200, "text/xml", format!("<GetCallerIdentityResponse>{result}</GetCallerIdentityResponse>"))
}

fn keep_key(home: &Path, key: &str) {
    keep_profile(home, "credentials", "default", key);
}

/// Keys in one of AWS's files, which then holds nothing else.
fn keep_profile(home: &Path, file: &str, section: &str, key: &str) {
    let folder = home.join(".aws");
    fs::create_dir_all(&folder).expect("a temporary folder takes folders");
    let keys = format!("[{section}]\naws_access_key_id={key}\naws_secret_access_key=s\naws_session_token=t\n");
    fs::write(folder.join(file), keys).expect("and files");
}

fn talk(home: &Path, aws: &Aws, more: &[(&str, &str)]) -> Talk {
    let endpoint = aws.address();
    let mut variables = vec![
        ("AWS_ENDPOINT_URL", endpoint.as_str()),
        ("AWS_REGION", "us-east-1"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ];
    variables.extend(more);
    Talk::start(home, &["--plain", "--lang", "en"], &variables)
}

#[test]
fn a_learner_who_signs_in_again_goes_on_without_a_restart() {
    let home = tempfile::tempdir().unwrap();
    keep_key(home.path(), "OLDKEY");
    let aws = Aws::start();
    let mut talk = talk(home.path(), &aws, &[]);
    assert!(talk.transcript.contains("The AWS credentials have expired"), "{}", talk.transcript);
    let still = talk.say("check");
    assert!(still.contains("The AWS credentials have expired"), "{still}");
    keep_key(home.path(), "NEWKEY");
    let again = talk.say("check");
    assert!(again.contains(ACCOUNT) && !again.contains("expired"), "{again}");
}

#[test]
fn credentials_that_cloudshell_does_not_give_at_once_are_asked_for_again() {
    let home = tempfile::tempdir().unwrap();
    let aws = Aws::start();
    let source = format!("{}/credentials", aws.address());
    let mut talk = talk(home.path(), &aws, &[("AWS_CONTAINER_CREDENTIALS_FULL_URI", &source)]);
    assert!(talk.transcript.contains("The account could not be read"), "{}", talk.transcript);
    aws.is_failing.store(false, Ordering::Relaxed);
    let again = talk.say("check");
    assert!(again.contains(ACCOUNT), "{again}");
}

const NOT_AS_BEFORE: &str = "no longer as";

/// Past the question whether this is the right account, with a check made.
fn confirmed(home: &Path, aws: &Aws, more: &[(&str, &str)]) -> Talk {
    let mut talk = talk(home, aws, more);
    assert!(talk.say("check").contains("Is this the account"), "{}", talk.transcript);
    let said = talk.say("y");
    assert!(said.contains("Checked at") && !said.contains(NOT_AS_BEFORE), "{said}");
    talk
}

/// The old keys would still do: nothing but the file tells that there are new ones.
#[test]
fn another_role_in_the_same_account_is_taken_up_and_told_once() {
    let home = tempfile::tempdir().unwrap();
    keep_key(home.path(), "NEWKEY");
    let aws = Aws::start();
    let mut talk = confirmed(home.path(), &aws, &[]);
    keep_key(home.path(), "ADMINKEY");
    let said = talk.say("check");
    assert!(said.contains("now reads as assumed-role/Admin, no longer as user/taro"), "{said}");
    let again = talk.say("check");
    assert!(again.contains("Checked at") && !again.contains(NOT_AS_BEFORE), "{again}");
    keep_key(home.path(), "LATERKEY");
    let later = talk.say("check");
    assert!(later.contains("Checked at") && !later.contains(NOT_AS_BEFORE), "a new session is no new role: {later}");
}

#[test]
fn a_profile_that_is_changed_in_the_configuration_is_taken_up() {
    let home = tempfile::tempdir().unwrap();
    keep_profile(home.path(), "config", "profile lab", "NEWKEY");
    let aws = Aws::start();
    let mut talk = confirmed(home.path(), &aws, &[("AWS_PROFILE", "lab")]);
    keep_profile(home.path(), "config", "profile lab", "ADMINKEY");
    let said = talk.say("check");
    assert!(said.contains("now reads as assumed-role/Admin, no longer as user/taro"), "{said}");
}
