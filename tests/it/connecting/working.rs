//! Where it works: sign-ins, roles taken with them, certificates of one's own, and addresses that no proxy reaches.

use ec_site_tutor_testing::http::{Request, answer};
use serde_json::Value;

use super::aws::{ACCOUNT, action, caller, is_signed_for};
use super::cases::{Case, signed_in};
use super::{Place, https};

fn account(place: &Place) -> Value {
    let output = place.run(&["check", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    document["account"].clone()
}

fn keys(name: &str, key: &str) -> String {
    format!("[{name}]\naws_access_key_id = {key}\naws_secret_access_key = s\n")
}

fn with(config: String, variables: &[(&'static str, &'static str)]) -> Case {
    Case { config, files: Vec::new(), variables: variables.to_vec(), ..signed_in("") }
}

#[test]
fn a_sign_in_by_aws_login_is_taken() {
    let place = Place::of(&signed_in("2099-01-01T00:00:00Z"));
    assert_eq!(account(&place), ACCOUNT);
    let seen = place.aws.seen();
    assert!(seen.iter().all(|request| is_signed_for(request, "Credential=AKIDLOGIN/")), "{seen:?}");
}

/// Gives the role's keys to the keys that were signed in with.
fn role(request: &Request) -> Vec<u8> {
    if action(request) != "AssumeRole" {
        return caller(request);
    }
    assert!(is_signed_for(request, "Credential=AKIDLOGIN/"), "{request:?}");
    let keys = "<AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>";
    let issued = format!("<Credentials>{keys}<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>");
    answer(
        200,
        "text/xml",
        &format!("<AssumeRoleResponse><AssumeRoleResult>{issued}</AssumeRoleResult></AssumeRoleResponse>"),
    )
}

#[test]
fn a_role_is_taken_with_a_sign_in_by_aws_login() {
    let mut case = Case { answer: role, ..signed_in("2099-01-01T00:00:00Z") };
    case.config += "[profile teacher]\nrole_arn = arn:aws:iam::111122223333:role/Lab\nsource_profile = lab\n";
    case.variables = vec![("AWS_PROFILE", "teacher")];
    let place = Place::of(&case);
    assert_eq!(account(&place), ACCOUNT);
    let seen = place.aws.seen();
    let assumed = seen.iter().filter(|request| action(request) == "AssumeRole").count();
    let as_role = seen.iter().filter(|request| is_signed_for(request, "Credential=AKIDROLE/")).count();
    assert_eq!((assumed, assumed + as_role), (1, seen.len()), "{seen:?}");
}

#[test]
fn certificates_of_ones_own_are_trusted_by_variable_and_by_profile() {
    let bundle = https().folder.path().join("ca.pem").to_str().unwrap().to_owned();
    let endpoint = ("AWS_ENDPOINT_URL", "https://{https}");
    let mut by_variable = Place::of(&with(keys("default", "AKID"), &[endpoint]));
    assert_eq!(account(&by_variable), Value::Null);
    by_variable.variables.push(("AWS_CA_BUNDLE".to_owned(), bundle.clone()));
    assert_eq!(account(&by_variable), ACCOUNT);
    let by_profile = Place::of(&with(
        format!("{}ca_bundle = {bundle}\n", keys("profile lab", "AKID")),
        &[endpoint, ("AWS_PROFILE", "lab")],
    ));
    assert_eq!(account(&by_profile), ACCOUNT);
    let mut by_openssl = Place::of(&with(keys("default", "AKID"), &[endpoint]));
    by_openssl.variables.push(("SSL_CERT_FILE".to_owned(), bundle));
    assert_eq!(account(&by_openssl), ACCOUNT);
}

/// CloudShell's source of credentials, and AWS behind a proxy.
fn cloudshell(request: &Request) -> Vec<u8> {
    if request.line.contains("/credentials") {
        let keys =
            r#"{"AccessKeyId":"AKIDSHELL","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z"}"#;
        return answer(200, "application/json", keys);
    }
    caller(request)
}

#[test]
fn credentials_from_a_loopback_endpoint_go_past_a_proxy_and_calls_through_it() {
    let source = [("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://{aws}/credentials"), ("HTTP_PROXY", "http://{aws}")];
    let place = Place::of(&Case { answer: cloudshell, ..with(String::new(), &source) });
    assert_eq!(account(&place), ACCOUNT);
    let lines: Vec<String> = place.aws.seen().iter().map(|request| request.line.clone()).collect();
    let to_proxy = |line: &&String| line.contains("http://");
    let (through, past): (Vec<_>, Vec<_>) = lines.iter().partition(to_proxy);
    assert!(past.iter().all(|line| line.starts_with("GET /credentials ")) && past.len() == 1, "{lines:?}");
    assert!(!through.is_empty() && through.iter().all(|line| line.starts_with("POST ")), "{lines:?}");
}

/// As in the AWS CLI, which looks at the older variable first.
#[test]
fn the_older_variable_names_a_profile_too() {
    let both = keys("profile older", "AKIDOLDER") + &keys("profile newer", "AKIDNEWER");
    for (variables, key) in [
        (vec![("AWS_DEFAULT_PROFILE", "older")], "AKIDOLDER"),
        (vec![("AWS_PROFILE", "newer")], "AKIDNEWER"),
        (vec![("AWS_DEFAULT_PROFILE", "older"), ("AWS_PROFILE", "newer")], "AKIDOLDER"),
    ] {
        let place = Place::of(&with(both.clone(), &variables));
        assert_eq!(account(&place), ACCOUNT);
        let seen = place.aws.seen();
        assert!(seen.iter().all(|request| is_signed_for(request, &format!("Credential={key}/"))), "{variables:?}");
    }
}
