//! The learner's site as visitors meet it: a server on the loopback that answers everything with one status.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::thread;

use crate::http::{self, Request};

/// An open site; it listens until the test process ends, which costs nothing.
pub struct Shop {
    /// On loopback, chosen by the system.
    pub port: String,
    status: Arc<AtomicU16>,
}

impl Shop {
    /// A site that answers with `status`.
    pub fn open(status: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("a bound socket has an address").port().to_string();
        let status = Arc::new(AtomicU16::new(status));
        let answered = Arc::clone(&status);
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                // A visitor who goes away is none of the shop's business.
                if let Ok(Some(_)) = Request::read(&mut stream) {
                    let _ = stream.write_all(&http::answer(answered.load(Ordering::SeqCst), "text/html", "the shop"));
                }
            }
        });
        Self { port, status }
    }

    /// From now on it answers with `status`.
    pub fn answer_with(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }
}
