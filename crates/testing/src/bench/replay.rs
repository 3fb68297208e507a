//! A front before the lab that gives every answer again as it was given first, late by as much as is asked for: the
//! stand-in for AWS would be the slowest part of whatever is measured. It is the lab's site, too.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::crowd;
use crate::http::{Request, whole};

/// Keys of any role: every account that is read here is one and the same.
const ROLE: &str = "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId>\
    <SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>\
    </Credentials></AssumeRoleResult></AssumeRoleResponse>";

/// The front; it listens until the bench ends.
#[derive(Clone)]
pub struct Replay {
    /// Where it listens.
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    behind: Mutex<Option<SocketAddr>>,
    answers: Mutex<HashMap<Vec<u8>, Arc<Vec<u8>>>>,
    delay: Mutex<Duration>,
    unrelated: AtomicUsize,
    requests: AtomicUsize,
    connections: AtomicUsize,
    bytes: AtomicUsize,
    answered: Mutex<Option<Instant>>,
}

/// What reached the front since the last time.
#[derive(Clone, Copy)]
pub struct Traffic {
    /// Requests on all connections.
    pub requests: usize,
    /// New connections.
    pub connections: usize,
    /// Of all answers, heads included.
    pub bytes: usize,
    /// When AWS's last answer left.
    pub answered: Option<Instant>,
}

impl Replay {
    /// A front with nothing behind it yet.
    pub fn bind() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let front = Self { address: listener.local_addr().unwrap(), shared: Arc::default() };
        front.listen(listener);
        front
    }

    /// Listens at another address of this machine, too, on the same port.
    pub fn listen_at(&self, address: Ipv4Addr) {
        self.listen(TcpListener::bind((address, self.address.port())).unwrap());
    }

    fn listen(&self, listener: TcpListener) {
        let front = self.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let front = front.clone();
                thread::spawn(move || {
                    let _ = stream.set_nodelay(true);
                    front.serve(stream);
                });
            }
        });
    }

    /// Answers what comes on a new connection, until the client ends it.
    pub fn serve(&self, stream: impl Read + Write) {
        self.shared.connections.fetch_add(1, Ordering::Relaxed);
        // A client that goes away ends its connection.
        let _ = serve(stream, &self.shared);
    }

    /// Passes on to this address what it has no answer to.
    pub fn pass_on_to(&self, behind: SocketAddr) {
        *self.shared.behind.lock().unwrap() = Some(behind);
    }

    /// Every answer comes so late from now on.
    pub fn delay(&self, delay: Duration) {
        *self.shared.delay.lock().unwrap() = delay;
    }

    /// The account has so many resources besides the lab from now on.
    pub fn crowd(&self, unrelated: usize) {
        self.shared.unrelated.store(unrelated, Ordering::Relaxed);
    }

    /// What came since this was called last.
    pub fn traffic(&self) -> Traffic {
        Traffic {
            requests: self.shared.requests.swap(0, Ordering::Relaxed),
            connections: self.shared.connections.swap(0, Ordering::Relaxed),
            bytes: self.shared.bytes.swap(0, Ordering::Relaxed),
            answered: self.shared.answered.lock().unwrap().take(),
        }
    }
}

fn serve(mut stream: impl Read + Write, shared: &Shared) -> io::Result<()> {
    while let Some(request) = Request::read(&mut stream)? {
        shared.requests.fetch_add(1, Ordering::Relaxed);
        let answer = answer(&request, shared)?;
        let delay = *shared.delay.lock().unwrap();
        thread::sleep(delay);
        stream.write_all(&answer)?;
        stream.flush()?;
        shared.bytes.fetch_add(answer.len(), Ordering::Relaxed);
        if is_of_aws(&request) {
            *shared.answered.lock().unwrap() = Some(Instant::now());
        }
    }
    Ok(())
}

fn answer(request: &Request, shared: &Shared) -> io::Result<Arc<Vec<u8>>> {
    if !is_of_aws(request) {
        return Ok(Arc::new(whole("HTTP/1.1 200 OK\r\ncontent-type: text/html", b"the shop")));
    }
    if request.body.starts_with(b"Action=AssumeRole&") {
        return Ok(Arc::new(whole("HTTP/1.1 200 OK\r\ncontent-type: text/xml", ROLE.as_bytes())));
    }
    let unrelated = shared.unrelated.load(Ordering::Relaxed);
    if let Some(page) = crowd::page(&request.body, unrelated) {
        return Ok(Arc::new(whole("HTTP/1.1 200 OK\r\ncontent-type: text/xml", page.as_bytes())));
    }
    let kept = kept(request, shared)?;
    Ok(if unrelated == 0 { kept } else { Arc::new(crowd::first_page(&request.body, &kept)) })
}

/// Whether it goes to AWS, not to the site.
fn is_of_aws(request: &Request) -> bool {
    request.header("authorization").is_some()
}

/// The answer that a request like this got first.
fn kept(request: &Request, shared: &Shared) -> io::Result<Arc<Vec<u8>>> {
    let key = key(request);
    if let Some(answer) = shared.answers.lock().unwrap().get(&key) {
        return Ok(Arc::clone(answer));
    }
    let behind = shared.behind.lock().unwrap().ok_or(io::ErrorKind::NotConnected)?;
    let answer = Arc::new(kept_alive(&request.send(behind)?));
    shared.answers.lock().unwrap().insert(key, Arc::clone(&answer));
    Ok(answer)
}

/// What tells requests apart. Metrics are asked for up to the present, which is another time with each request.
fn key(request: &Request) -> Vec<u8> {
    let target = request.header("x-amz-target").unwrap_or_default();
    let head = format!("{}\n{target}\n", request.line).into_bytes();
    let names = |text: &[u8]| String::from_utf8_lossy(text).contains("GetMetricData");
    if names(&head) || names(&request.body) { head } else { [head.as_slice(), &request.body].concat() }
}

/// An answer after which the connection goes on.
fn kept_alive(answer: &[u8]) -> Vec<u8> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").expect("an answer has a head");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let own = |line: &&str| {
        let line = line.to_ascii_lowercase();
        !line.starts_with("connection:") && !line.starts_with("content-length:")
    };
    let head: Vec<&str> = head.split("\r\n").filter(own).collect();
    whole(&head.join("\r\n"), &answer[end + 4..])
}
