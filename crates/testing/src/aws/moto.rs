//! moto, the stand-in for AWS: one server a test process, with an account of its own for each test.

use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::Duration;

use super::account::{Account, Credentials};
use crate::http::{self, Request};
use crate::python;

const SERVER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/aws/moto_server.py");
/// The public image that the base instance is launched from.
const IMAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/aws/images.json");
/// A cold start on a busy machine takes a few seconds.
const START_LIMIT: Duration = Duration::from_mins(1);

/// A running server.
pub struct Moto {
    address: SocketAddr,
    /// Its standard input is a pipe from here, and it ends with that pipe: with this process, however that ends.
    _child: Child,
}

impl Moto {
    /// The server of this process, started on first use.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Moto> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    fn start() -> Self {
        let mut child = Command::new(python::programs().join("python"))
            .arg(SERVER)
            .env_clear()
            // By default moto puts hundreds of public images into every account, with snapshots that the account owns.
            .env("MOTO_AMIS_PATH", IMAGES)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the environment's python starts");
        let output = child.stdout.take().expect("standard output is a pipe");
        let (sender, port) = mpsc::channel();
        thread::spawn(move || {
            let mut line = String::new();
            // An error leaves the line empty, which the receiver reports.
            let _ = BufReader::new(output).read_line(&mut line);
            let _ = sender.send(line);
        });
        let line = port.recv_timeout(START_LIMIT).unwrap_or_default();
        let Ok(port) = line.trim().parse::<u16>() else {
            let _ = child.kill().and_then(|()| child.wait());
            panic!("moto did not start within {START_LIMIT:?}; it said {line:?}, its messages are above");
        };
        Self { address: SocketAddr::from(([127, 0, 0, 1], port)), _child: child }
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
