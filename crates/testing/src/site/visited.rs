//! A site on the loopback that keeps connections and counts who comes.

use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Far more than anything here takes.
const BOUND: Duration = Duration::from_secs(30);

#[derive(Default)]
struct State {
    status: u16,
    gone: bool,
    open: usize,
    heads: Vec<String>,
}

type Shared = Arc<(Mutex<State>, Condvar)>;

/// The site; it listens until it vanishes or the test process ends.
pub struct Visited {
    /// Where it listens.
    pub address: SocketAddr,
    state: Shared,
}

impl Visited {
    /// A site that answers with `status`.
    pub fn open(status: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let state: Shared = Arc::new((Mutex::new(State { status, ..State::default() }), Condvar::new()));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if lock(&shared).gone {
                    return;
                }
                let shared = Arc::clone(&shared);
                thread::spawn(move || {
                    lock(&shared).open += 1;
                    // A visitor who goes away is none of the site's business.
                    let _ = serve(stream, &shared);
                    lock(&shared).open -= 1;
                    shared.1.notify_all();
                });
            }
        });
        Self { address, state }
    }

    /// First lines and headers of every request so far.
    pub fn heads(&self) -> Vec<String> {
        lock(&self.state).heads.clone()
    }

    /// Waits until so many requests have come.
    pub fn wait_for(&self, count: usize) {
        self.wait(|state| state.heads.len() >= count);
    }

    /// Waits until every visitor has gone.
    pub fn wait_until_empty(&self) {
        self.wait(|state| state.open == 0);
    }

    /// Answers with this status from now on.
    pub fn turn(&self, status: u16) {
        lock(&self.state).status = status;
    }

    /// Closes the port, and every connection at its next request.
    pub fn vanish(&self) {
        lock(&self.state).gone = true;
        // Wakes the one who waits for visitors.
        let _ = TcpStream::connect(self.address);
    }

    fn wait(&self, is_so: impl Fn(&State) -> bool) {
        let (all, news) = &*self.state;
        let waited =
            news.wait_timeout_while(all.lock().unwrap_or_else(PoisonError::into_inner), BOUND, |state| !is_so(state));
        let result = waited.unwrap_or_else(PoisonError::into_inner).1;
        assert!(!result.timed_out(), "it never came to that");
    }
}

fn lock(state: &Shared) -> MutexGuard<'_, State> {
    state.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(mut stream: TcpStream, shared: &Shared) -> io::Result<()> {
    let (mut head, mut buffer) = (Vec::new(), [0; 1024]);
    loop {
        let count = stream.read(&mut buffer)?;
        head.extend_from_slice(&buffer[..count]);
        if count == 0 {
            return Ok(());
        }
        if !head.ends_with(b"\r\n\r\n") {
            continue;
        }
        let status = {
            let mut state = lock(shared);
            state.heads.push(String::from_utf8_lossy(&std::mem::take(&mut head)).into_owned());
            shared.1.notify_all();
            if state.gone {
                return Ok(());
            }
            state.status
        };
        stream.write_all(format!("HTTP/1.1 {status} .\r\ncontent-length: 4\r\n\r\nshop").as_bytes())?;
    }
}
