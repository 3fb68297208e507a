//! The learner's site as visitors meet it: a server on the loopback that answers everything with one status.

use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use crate::http::{self, Request};

/// An open site; it listens until the test process ends, which costs nothing.
pub struct Shop {
    /// Its port.
    pub port: String,
}

impl Shop {
    /// A site that answers with `status`.
    pub fn open(status: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("a bound socket has an address").port().to_string();
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                // A visitor who goes away is none of the shop's business.
                if let Ok(Some(_)) = Request::read(&mut stream) {
                    let _ = stream.write_all(&http::answer(status, "text/html", "the shop"));
                }
            }
        });
        Self { port }
    }
}
