//! moto, the stand-in for AWS: one server a test process, with an account of its own for each test.

use std::net::SocketAddr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::account::{Account, Credentials};
use crate::http::{self, Request};
use crate::python::Server;

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/aws/moto_server.py");
/// The public image that the base instance is launched from.
const IMAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/aws/images.json");

/// A running server.
pub struct Moto {
    address: SocketAddr,
    _server: Server,
}

impl Moto {
    /// The server of this process, started on first use.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Moto> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    fn start() -> Self {
        // By default moto puts hundreds of public images into every account, with snapshots that the account owns.
        let server = Server::start(SERVER, &[("MOTO_AMIS_PATH", IMAGES)]);
        let port = server.said.parse().expect("it prints its port");
        Self { address: SocketAddr::from(([127, 0, 0, 1], port)), _server: server }
    }

    /// An account that nobody has used: only what AWS puts into every new one is there.
    pub fn account(&self) -> Account {
        static NEXT: AtomicU64 = AtomicU64::new(200_000_000_001);
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
        let credentials = self.keys(&number);
        Account { number, credentials, endpoint: self.address }
    }

    /// New keys for a role in the account, which is how moto tells accounts apart.
    pub fn keys(&self, account: &str) -> Credentials {
        let body = format!(
            "Action=AssumeRole&Version=2011-06-15&RoleSessionName=learner&RoleArn=arn:aws:iam::{account}:role/learner"
        );
        let scope =
            "AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0";
        let headers = [
            ("host", self.address.to_string()),
            ("authorization", scope.to_owned()),
            ("content-type", "application/x-www-form-urlencoded".to_owned()),
        ];
        let headers = headers.map(|(name, value)| (name.to_owned(), value)).to_vec();
        let request = Request { line: "POST / HTTP/1.1".to_owned(), headers, body: body.into_bytes() };
        let answer = http::body(&request.send(self.address).expect("moto answers"));
        let element = |name: &str| {
            let inside = answer.split_once(&format!("<{name}>")).and_then(|(_, rest)| rest.split_once("</"));
            inside.unwrap_or_else(|| panic!("no {name} in {answer}")).0.to_owned()
        };
        Credentials {
            access_key_id: element("AccessKeyId"),
            secret_access_key: element("SecretAccessKey"),
            session_token: element("SessionToken"),
        }
    }
}
