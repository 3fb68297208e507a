//! An account in moto, and what the course's steps leave in it.

use std::io::Write as _;
use std::net::SocketAddr;
use std::process::Stdio;

use serde_json::Value;

use crate::python::forks;

const LAY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/aws/lay_account.py");
/// The region of the course.
pub const REGION: &str = "us-east-1";

/// Keys for one account.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// By it a front and moto tell who calls.
    pub access_key_id: String,
    /// Any: no signature is checked.
    pub secret_access_key: String,
    /// As for a role that was assumed.
    pub session_token: String,
}

/// One account, reached through moto itself or a [`Front`](super::Front) before it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its twelve digits.
    pub number: String,
    /// The learner's.
    pub credentials: Credentials,
    /// Where its calls go.
    pub endpoint: SocketAddr,
}

/// Ids of what was laid, under the names that `lay_account.py` gives them.
pub struct Ids(Value);

impl Ids {
    /// The id of this name.
    pub fn get(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("no {name} was laid: {}", self.0))
    }
}

impl Account {
    /// The same account, reached at another address.
    #[must_use]
    pub fn at(&self, endpoint: SocketAddr) -> Self {
        Self { endpoint, ..self.clone() }
    }

    /// What AWS's own tools and libraries read of the environment, and the tutor too.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        vec![
            ("AWS_ENDPOINT_URL", format!("http://{}", self.endpoint)),
            ("AWS_ACCESS_KEY_ID", self.credentials.access_key_id.clone()),
            ("AWS_SECRET_ACCESS_KEY", self.credentials.secret_access_key.clone()),
            ("AWS_SESSION_TOKEN", self.credentials.session_token.clone()),
            ("AWS_REGION", REGION.to_owned()),
            ("AWS_DEFAULT_REGION", REGION.to_owned()),
            ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
            ("AWS_PAGER", String::new()),
        ]
    }

    /// Lays these parts into the account, in order; each is a function of `lay_account.py`.
    pub fn lay(&self, parts: &[&str]) -> Ids {
        let home = tempfile::tempdir().expect("a temporary folder");
        let output = forks::script(LAY)
            .args(parts)
            .env_clear()
            .envs(self.variables())
            .env("HOME", home.path())
            .stdin(Stdio::null())
            .output()
            .expect("the environment's python starts");
        let _ = std::io::stderr().write_all(&output.stderr);
        assert!(output.status.success(), "laying {parts:?} failed: {}", output.status);
        Ids(serde_json::from_slice(&output.stdout).expect("a JSON document of ids"))
    }
}
