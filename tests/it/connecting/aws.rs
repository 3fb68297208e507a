//! What stands for AWS, for an access portal, for CloudShell's source of credentials and for a proxy: one server on the
//! loopback that notes what it is asked.

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use ec_site_tutor_testing::http::{Request, answer, whole};

/// The account of every identity here.
pub const ACCOUNT: &str = "111122223333";

/// A server, until the test process ends.
pub struct Aws {
    /// Where it listens.
    pub address: SocketAddr,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Aws {
    /// Answers each request by `rule`.
    pub fn answering(rule: impl Fn(&Request) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let (address, seen) = (listener.local_addr().unwrap(), Arc::<Mutex<Vec<Request>>>::default());
        let (rule, noted) = (Arc::new(rule), Arc::clone(&seen));
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let (rule, noted) = (Arc::clone(&rule), Arc::clone(&noted));
                thread::spawn(move || {
                    let Ok(Some(request)) = Request::read(&mut stream) else { return };
                    noted.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
                    // A program that goes away meanwhile is no matter.
                    let _ = stream.write_all(&rule(&request));
                });
            }
        });
        Self { address, seen }
    }

    /// Every request so far.
    pub fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What a query call asks for, such as `AssumeRole`.
pub fn action(request: &Request) -> String {
    let body = String::from_utf8_lossy(&request.body);
    body.split('&').find_map(|pair| pair.strip_prefix("Action=")).unwrap_or_default().to_owned()
}

/// Whether the request is signed for this, a region or a key.
pub fn is_signed_for(request: &Request, what: &str) -> bool {
    request.header("authorization").is_some_and(|signature| signature.contains(what))
}

/// An error as the services that speak query have it; EC2 has a form of its own.
pub fn refusal(request: &Request, status: u16, code: &str, message: &str) -> Vec<u8> {
    let error = format!("<Code>{code}</Code><Message>{message}</Message>");
    let id = "8c2f6bf1-0000-4000-8000-feedfacecafe";
    let body = if is_signed_for(request, "/ec2/") {
        format!("<Response><Errors><Error>{error}</Error></Errors><RequestID>{id}</RequestID></Response>")
    } else {
        format!("<ErrorResponse><Error>{error}</Error><RequestId>{id}</RequestId></ErrorResponse>")
    };
    answer(status, "text/xml", &body)
}

/// An error as the services that speak JSON have it.
pub fn json_refusal(status: u16, code: &str, body: &str) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status} .\r\ncontent-type: application/json\r\nx-amzn-errortype: {code}\r\nconnection: close"
    );
    whole(&head, body.as_bytes())
}

/// That whoever asks is a user of the account; any other call finds nothing.
pub fn caller(request: &Request) -> Vec<u8> {
    let name = action(request);
    let result = if name == "GetCallerIdentity" {
        format!("<Account>{ACCOUNT}</Account><Arn>arn:aws:iam::{ACCOUNT}:user/taro</Arn>")
    } else {
        String::new()
    };
    answer(200, "text/xml", &format!("<{name}Response><{name}Result>{result}</{name}Result></{name}Response>"))
}
