//! A server on loopback that does one thing with every request.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::fault::{Behaviour, Fault};

/// A front; its threads end with the connections, and with the test's process.
pub struct Front {
    pub address: SocketAddr,
    requests: Arc<AtomicUsize>,
}

impl Front {
    pub fn with(fault: &Fault) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let requests = Arc::new(AtomicUsize::new(0));
        let (behaviour, count) = (fault.behaviour, Arc::clone(&requests));
        if !matches!(behaviour, Behaviour::Refuse) {
            thread::spawn(move || {
                for stream in listener.incoming().map_while(Result::ok) {
                    let count = Arc::clone(&count);
                    thread::spawn(move || serve(stream, behaviour, &count));
                }
            });
        }
        Self { address, requests }
    }

    /// How many requests came.
    pub fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }
}

fn serve(mut stream: TcpStream, behaviour: Behaviour, count: &AtomicUsize) {
    if matches!(behaviour, Behaviour::Reset) {
        // Closing with something unread resets the connection.
        let _ = stream.peek(&mut [0]);
        return;
    }
    let Ok(request) = Request::read(&stream) else { return };
    count.fetch_add(1, Ordering::Relaxed);
    let answer = match behaviour {
        Behaviour::Answer => request.sound(),
        Behaviour::Error(status, code, message) => request.error(status, code, message),
        Behaviour::Whole(head, body) => {
            let length = body.len();
            format!("HTTP/1.1 {head}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}").into_bytes()
        }
        Behaviour::CutOff => {
            let whole = request.sound();
            // The head says how long the body is, and the last byte is missing.
            whole[..whole.len() - 1].to_vec()
        }
        Behaviour::Hang => {
            // The client gives up and closes; until then nothing is said.
            let _ = stream.read(&mut [0]);
            return;
        }
        Behaviour::Reset | Behaviour::Refuse => return,
    };
    let _ = stream.write_all(&answer);
}

/// What a sound answer depends on.
pub struct Request {
    /// Such as `DescribeVpcs`; the path where it is no call to AWS.
    pub action: String,
    /// The parameters of a query call, as they were sent.
    form: String,
    /// The host that it was sent to, with its port.
    pub host: String,
    is_cbor: bool,
}

impl Request {
    pub fn read(stream: &TcpStream) -> io::Result<Self> {
        let mut reader = BufReader::new(stream);
        let (mut path, mut host, mut length, mut line) = (String::new(), String::new(), 0, String::new());
        while reader.read_line(&mut line)? > 0 && line != "\r\n" {
            if path.is_empty() {
                line.split(' ').nth(1).unwrap_or_default().clone_into(&mut path);
            }
            if let Some((_, value)) = line.to_lowercase().split_once("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            if let Some((_, value)) = line.to_lowercase().split_once("host:") {
                value.trim().clone_into(&mut host);
            }
            line.clear();
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        let form = String::from_utf8_lossy(&body).into_owned();
        let named = form.split('&').find_map(|pair| pair.strip_prefix("Action=")).map(str::to_owned);
        let is_cbor = named.is_none();
        // rpc-v2-cbor has the operation in its path.
        let action = named.unwrap_or_else(|| path.rsplit('/').next().unwrap_or_default().to_owned());
        let action = if action.is_empty() { path } else { action };
        if action.is_empty() {
            Err(io::ErrorKind::InvalidData.into())
        } else {
            Ok(Self { action, form, host, is_cbor })
        }
    }

    /// Whether some parameter of a query call names this.
    pub fn names(&self, id: &str) -> bool {
        self.form.contains(&id.replace(':', "%3A").replace('/', "%2F"))
    }

    /// The answer with these elements.
    pub fn answer(&self, inside: &str) -> Vec<u8> {
        let action = &self.action;
        xml(200, &format!("<{action}Response><{action}Result>{inside}</{action}Result></{action}Response>"))
    }

    /// The answer in which nothing is, but an identity where one was asked for.
    pub fn sound(&self) -> Vec<u8> {
        if self.is_cbor {
            return cbor(200, &ciborium::Value::Map(Vec::new()));
        }
        let action = &self.action;
        let inside = if action == "GetCallerIdentity" {
            "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:user/taro</Arn>"
        } else {
            ""
        };
        self.answer(inside)
    }

    pub fn error(&self, status: u16, code: &str, message: &str) -> Vec<u8> {
        if self.is_cbor {
            let text = |text: &str| ciborium::Value::Text(text.to_owned());
            let members = [("__type", format!("com.amazonaws.cloudwatch#{code}")), ("message", message.to_owned())];
            let members = members.iter().map(|(name, value)| (text(name), text(value))).collect();
            return cbor(status, &ciborium::Value::Map(members));
        }
        let inside = format!("<Code>{code}</Code><Message>{message}</Message>");
        // EC2 has a shape of its own; the others look for the second.
        let body = if self.is_ec2() {
            format!("<Response><Errors><Error>{inside}</Error></Errors><RequestID>1</RequestID></Response>")
        } else {
            format!("<ErrorResponse><Error>{inside}</Error><RequestId>1</RequestId></ErrorResponse>")
        };
        xml(status, &body)
    }

    fn is_ec2(&self) -> bool {
        let name = format!("ec2:{}", self.action);
        super::Action::READING.iter().any(|action| action.name() == name)
    }
}

fn xml(status: u16, body: &str) -> Vec<u8> {
    whole(status, "content-type: text/xml", body.as_bytes())
}

fn cbor(status: u16, value: &ciborium::Value) -> Vec<u8> {
    let mut body = Vec::new();
    ciborium::into_writer(value, &mut body).unwrap();
    whole(status, "content-type: application/cbor\r\nsmithy-protocol: rpc-v2-cbor", &body)
}

/// An answer with these head lines.
pub fn whole(status: u16, head: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status} -\r\n{head}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}
