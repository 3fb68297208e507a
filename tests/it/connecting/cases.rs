//! Every way in which credentials, a region or a connection can be missing: the files and variables of a learner, and who
//! answers.

use ec_site_tutor_testing::http::{Request, answer};

use super::aws::{action, caller, is_signed_for, json_refusal, refusal};

/// A key made for these tests, of the kind that `aws login` keeps with its tokens.
const LOGIN_KEY: &str = "-----BEGIN EC PRIVATE KEY-----\\nMHcCAQEEIOMN5SRNSj97FmmAIo7xXfs9E+UdOCyh+u4fkeCTXxsOoAoGCCqGSM49\\nAwEHoUQDQgAE+P0ZA7YSRJdR16kD9kMG821OLJ/y/gWQI7rnw152tPLruW8EfwTQ\\nUz27uW1zkEXyf4XK4NWbRPKrSP+AcJ0GXg==\\n-----END EC PRIVATE KEY-----\\n";
/// Where `aws login` keeps the tokens of [`LOGIN`]: the SHA-256 of the session's name.
const LOGIN_FILE: &str = ".aws/login/cache/8bf05a29bf934f62fca7db0987858d27d9f5c1364c0d907bb8ca173f4fb6f273.json";
const LOGIN: &str = "[profile lab]\nlogin_session = arn:aws:iam::111122223333:user/taro\n";
/// Where `aws sso login` keeps the token of the session `lab`: the SHA-1 of its name.
const SSO_FILE: &str = ".aws/sso/cache/3953f9ddf975ab5097ee468d99555c5b441169bf.json";
const SSO_TOKEN: &str = r#"{"accessToken":"t","expiresAt":"2099-01-01T00:00:00Z","region":"us-east-1","startUrl":"https://x.awsapps.com/start"}"#;
const SSO: &str = "[profile lab]\nsso_session = lab\nsso_account_id = 111122223333\nsso_role_name = Learner\n\
    [sso-session lab]\nsso_region = us-east-1\nsso_start_url = https://x.awsapps.com/start\n";
const ROLE: &str = "[profile lab]\nrole_arn = arn:aws:iam::111122223333:role/Lab\nsource_profile = base\n\
    [profile base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = s\n";
const KEYS: &str = "[profile lab]\naws_access_key_id = AKIDLAB\naws_secret_access_key = s\naws_session_token = t\n";
const LAB: &[(&str, &str)] = &[("AWS_PROFILE", "lab")];

/// A learner's surroundings. In all of it, `{aws}` is the server's address, `{https}` that of one with an untrusted
/// certificate, `{nowhere}` an address where nobody listens, and `{home}` the home folder.
#[derive(Clone)]
pub struct Case {
    /// What happened, in English and in Japanese.
    pub name: (&'static str, &'static str),
    /// The public cause that is named.
    pub cause: &'static str,
    /// `~/.aws/config`.
    pub config: String,
    /// Other files below the home folder.
    pub files: Vec<(&'static str, String)>,
    /// Variables besides those that all have.
    pub variables: Vec<(&'static str, &'static str)>,
    /// Whether `AWS_REGION` is set.
    pub has_region: bool,
    /// What AWS, or whoever stands for it, answers.
    pub answer: fn(&Request) -> Vec<u8>,
    /// How many requests a look may send, where it is known.
    pub requests: Option<usize>,
}

fn case(name: (&'static str, &'static str), cause: &'static str, config: &str, requests: Option<usize>) -> Case {
    let variables = if config.is_empty() { Vec::new() } else { LAB.to_vec() };
    let (config, files) = (config.to_owned(), Vec::new());
    Case { name, cause, config, files, variables, has_region: true, answer: caller, requests }
}

impl Case {
    fn file(mut self, name: &'static str, content: impl Into<String>) -> Self {
        self.files.push((name, content.into()));
        self
    }

    fn variables(mut self, variables: &[(&'static str, &'static str)]) -> Self {
        self.variables = variables.to_vec();
        self
    }

    fn answering(mut self, answer: fn(&Request) -> Vec<u8>) -> Self {
        self.answer = answer;
        self
    }

    fn without_region(mut self) -> Self {
        self.has_region = false;
        self
    }
}

/// All of them, in the order of the page.
pub fn all() -> Vec<Case> {
    [credentials(), sign_ins(), roles(), programs(), refused(), region(), network()].concat()
}

fn credentials() -> Vec<Case> {
    vec![
        case(("No credentials anywhere", "認証情報がどこにもない"), "credentials-missing", "", Some(0)),
        case(
            ("A profile without credentials", "認証情報のないプロファイル"),
            "credentials-missing",
            "[profile lab]\nregion = us-east-1\n",
            Some(0),
        ),
        case(
            ("A profile that isn't there", "ないプロファイル"),
            "aws-profile-missing",
            "[default]\nregion = us-east-1\n[profile work]\n",
            Some(0),
        ),
        case(
            ("The same, and no region", "同じで、リージョンもない"),
            "aws-profile-missing",
            "[profile work]\n",
            Some(0),
        )
        .without_region(),
        case(
            ("A role whose source profile isn't there", "source_profile のないロール"),
            "aws-profile-faulty",
            "[profile lab]\nrole_arn = arn:aws:iam::111122223333:role/Lab\nsource_profile = gone\n",
            Some(0),
        ),
        case(
            ("A profile's name that only the AWS CLI takes", "AWS CLI だけが使えるプロファイル名"),
            "aws-profile-faulty",
            "[profile \"at school\"]\nlogin_session = arn:aws:iam::111122223333:user/taro\n",
            Some(0),
        )
        .variables(&[("AWS_PROFILE", "at school")]),
    ]
}

/// What `aws login` keeps, with credentials that end at this instant.
pub fn login_token(end: &str) -> String {
    let keys = format!(
        r#""accessKeyId":"AKIDLOGIN","secretAccessKey":"s","sessionToken":"t","accountId":"111122223333","expiresAt":"{end}""#
    );
    let client = "arn:aws:signin:::devtools/same-device";
    format!(
        r#"{{"accessToken":{{{keys}}},"tokenType":"aws_sigv4","refreshToken":"r","clientId":"{client}","dpopKey":"{LOGIN_KEY}"}}"#
    )
}

/// A profile that was signed in by `aws login`, for as long as `end`.
pub fn signed_in(end: &str) -> Case {
    case(("", ""), "", LOGIN, None).file(LOGIN_FILE, login_token(end))
}

fn sign_ins() -> Vec<Case> {
    vec![
        case(("aws login, never made", "aws login をまだ行っていない"), "credentials-expired", LOGIN, Some(0)),
        case(("aws login, ended", "aws login の期限切れ"), "credentials-expired", LOGIN, Some(1))
            .file(LOGIN_FILE, login_token("2026-01-01T00:00:00Z"))
            .answering(|_| {
                let body = r#"{"error":"TOKEN_EXPIRED","message":"The refresh token has expired."}"#;
                json_refusal(401, "AccessDeniedException", body)
            }),
        case(("aws login, may not be renewed", "aws login を更新する権限がない"), "role-refused", LOGIN, Some(1))
            .file(LOGIN_FILE, login_token("2026-01-01T00:00:00Z"))
            .answering(|_| {
                let body = r#"{"error":"INSUFFICIENT_PERMISSIONS","message":"Not allowed."}"#;
                json_refusal(403, "AccessDeniedException", body)
            }),
        case(
            ("IAM Identity Center, never signed in", "IAM Identity Center に未サインイン"),
            "credentials-expired",
            SSO,
            Some(0),
        ),
        case(
            ("IAM Identity Center answers 401", "IAM Identity Center が 401 を返す"),
            "credentials-expired",
            SSO,
            Some(1),
        )
        .file(SSO_FILE, SSO_TOKEN)
        .answering(|_| {
            json_refusal(401, "UnauthorizedException", r#"{"message":"Session token not found or invalid"}"#)
        }),
        case(
            ("IAM Identity Center gives no such role", "IAM Identity Center がロールを渡さない"),
            "role-refused",
            SSO,
            Some(1),
        )
        .file(SSO_FILE, SSO_TOKEN)
        .answering(|_| json_refusal(403, "ForbiddenException", r#"{"message":"No access"}"#)),
        case(
            ("IAM Identity Center can't be reached", "IAM Identity Center に接続できない"),
            "credentials-source",
            SSO,
            Some(0),
        )
        .file(SSO_FILE, SSO_TOKEN)
        .variables(&[LAB[0], ("AWS_ENDPOINT_URL_SSO", "http://{nowhere}")]),
        case(
            ("IAM Identity Center behind an untrusted certificate", "IAM Identity Center の証明書が信頼されていない"),
            "certificate-untrusted",
            SSO,
            Some(0),
        )
        .file(SSO_FILE, SSO_TOKEN)
        .variables(&[LAB[0], ("AWS_ENDPOINT_URL_SSO", "https://{https}")]),
    ]
}

fn denied(request: &Request) -> Vec<u8> {
    let words = "User: arn:aws:iam::111122223333:user/taro is not authorized to perform: sts:AssumeRole on resource: \
        arn:aws:iam::111122223333:role/Lab";
    refusal(request, 403, "AccessDenied", words)
}

fn roles() -> Vec<Case> {
    vec![
        case(
            ("A role that wants an MFA code", "MFA コードの要るロール"),
            "mfa-needed",
            &format!("{ROLE}[profile lab]\nmfa_serial = arn:aws:iam::111122223333:mfa/taro\n"),
            Some(1),
        )
        .answering(denied),
        case(("A role that isn't given", "引き受けられないロール"), "role-refused", ROLE, Some(1)).answering(denied),
        case(
            ("A role from an aws login that has ended", "aws login の期限切れをもとにするロール"),
            "credentials-expired",
            "[profile lab]\nrole_arn = arn:aws:iam::111122223333:role/Lab\nsource_profile = console\n\
             [profile console]\nlogin_session = arn:aws:iam::111122223333:user/taro\n",
            Some(0),
        ),
        case(
            ("The token of a web identity isn't there (variable)", "ウェブ ID トークンがない（環境変数）"),
            "credentials-source",
            "",
            Some(0),
        )
        .variables(&[
            ("AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere/token"),
            ("AWS_ROLE_ARN", "arn:aws:iam::111122223333:role/Lab"),
        ]),
        case(
            ("The token of a web identity isn't there (profile)", "ウェブ ID トークンがない（プロファイル）"),
            "credentials-source",
            "[profile lab]\nrole_arn = arn:aws:iam::111122223333:role/Lab\nweb_identity_token_file = /nowhere/token\n",
            Some(0),
        ),
    ]
}

fn programs() -> Vec<Case> {
    let process = |name, command: &str| {
        let config = format!("[profile lab]\ncredential_process = {command}\n");
        case(name, "credentials-source", &config, Some(0))
    };
    vec![
        process(
            ("credential_process fails", "credential_process の失敗"),
            r"printf '\nvault: no such vault\nusage: vault\n' >&2; exit 3",
        ),
        process(("credential_process hangs", "credential_process が終わらない"), "sleep 20"),
        process(("credential_process prints no JSON", "credential_process が JSON を出力しない"), "echo Welcome"),
        case(
            ("CloudShell's source answers 503", "CloudShell の提供元が 503 を返す"),
            "credentials-source",
            "",
            Some(3),
        )
        .variables(&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://{aws}/credentials")])
        .answering(|_| answer(503, "text/plain", "")),
        case(
            ("CloudShell's source can't be reached", "CloudShell の提供元に接続できない"),
            "credentials-source",
            "",
            Some(0),
        )
        .variables(&[("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://{nowhere}/credentials")]),
    ]
}

fn expired(request: &Request) -> Vec<u8> {
    refusal(request, 403, "ExpiredToken", "The security token included in the request is expired")
}

fn unknown_key(request: &Request) -> Vec<u8> {
    if is_signed_for(request, "/ec2/") {
        refusal(request, 401, "AuthFailure", "AWS was not able to validate the provided access credentials")
    } else {
        refusal(request, 403, "InvalidClientTokenId", "The security token included in the request is invalid.")
    }
}

fn refused() -> Vec<Case> {
    let of_environment = [("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_SESSION_TOKEN", "t")];
    vec![
        case(("A profile's keys have expired", "プロファイルのキーの期限切れ"), "credentials-expired", KEYS, None)
            .answering(expired),
        case(("The environment's keys have expired", "環境変数のキーの期限切れ"), "credentials-expired", "", None)
            .variables(&of_environment)
            .answering(expired),
        case(("A profile's keys aren't accepted", "プロファイルのキーが通らない"), "credentials-invalid", KEYS, None)
            .answering(unknown_key),
        case(("The clock is wrong", "時計のずれ"), "clock-skew", KEYS, None).answering(|request| {
            let words =
                "Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z (20260101T011500Z - 15 min.)";
            refusal(request, 403, "SignatureDoesNotMatch", words)
        }),
    ]
}

/// An account that never enabled the region.
fn not_enabled(request: &Request) -> Vec<u8> {
    if is_signed_for(request, "/us-east-1/") && action(request) == "DescribeRegions" {
        let region = "<regionName>me-central-1</regionName><optInStatus>not-opted-in</optInStatus>";
        let body = format!("<regionInfo><item>{region}</item></regionInfo>");
        return answer(200, "text/xml", &format!("<DescribeRegionsResponse>{body}</DescribeRegionsResponse>"));
    }
    unknown_key(request)
}

fn region() -> Vec<Case> {
    vec![
        case(("No region", "リージョンがない"), "region-missing", KEYS, Some(0)).without_region(),
        case(("A region in capitals", "大文字のリージョン"), "region-malformed", KEYS, Some(0))
            .variables(&[LAB[0], ("AWS_REGION", "US-EAST-1")]),
        case(("A zone in a region's place", "リージョンの代わりにゾーン"), "region-malformed", KEYS, Some(0))
            .variables(&[LAB[0], ("AWS_REGION", "us-east-1a")]),
        case(("A region that isn't enabled", "有効になっていないリージョン"), "region-not-enabled", KEYS, None)
            .variables(&[LAB[0], ("AWS_REGION", "me-central-1")])
            .answering(not_enabled),
    ]
}

fn network() -> Vec<Case> {
    vec![
        case(("An untrusted certificate", "信頼されていない証明書"), "certificate-untrusted", KEYS, Some(0))
            .variables(&[LAB[0], ("AWS_ENDPOINT_URL", "https://{https}")]),
        case(("AWS_CA_BUNDLE names no file", "AWS_CA_BUNDLE のファイルがない"), "certificate-untrusted", KEYS, Some(0))
            .variables(&[LAB[0], ("AWS_CA_BUNDLE", "/nowhere/ca.pem")]),
        case(("AWS can't be reached", "AWS に接続できない"), "unreachable", KEYS, Some(0))
            .variables(&[LAB[0], ("AWS_ENDPOINT_URL", "http://{nowhere}")]),
    ]
}
