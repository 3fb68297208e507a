//! A folder, served on loopback as the page of a release would serve it.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// How the archives are served; everything else always comes whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Whole,
    /// Half of it, and then the connection ends.
    CutOff,
    /// Half of it, and then nothing.
    Stalled,
}

pub struct Server {
    /// Where the folder can be had.
    pub address: String,
    manner: Arc<Mutex<Manner>>,
    stalled: Receiver<TcpStream>,
}

impl Server {
    /// Serves `folder` as long as the test runs.
    pub fn of(folder: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = format!("http://{}/latest", listener.local_addr().unwrap());
        let manner = Arc::new(Mutex::new(Manner::Whole));
        let (sender, stalled) = channel();
        let served = Arc::clone(&manner);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let manner = *served.lock().unwrap();
                // A client that went away has had enough.
                let _ = answer(stream, &folder, manner, &sender);
            }
        });
        Self { address, manner, stalled }
    }

    /// From now on archives are served in this manner.
    pub fn serve_archives(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// Waits until half of an archive has been sent; the rest is held back as long as what is returned lives.
    pub fn wait_for_stall(&self) -> TcpStream {
        self.stalled.recv().unwrap()
    }
}

fn answer(
    mut stream: TcpStream,
    folder: &std::path::Path,
    manner: Manner,
    stalled: &Sender<TcpStream>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default();
    let name = path.strip_prefix("/latest/").filter(|name| !name.contains('/')).unwrap_or_default();
    let Ok(content) = fs::read(folder.join(name)) else {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", content.len())?;
    if manner == Manner::Whole || !name.contains(".tar.") {
        return stream.write_all(&content);
    }
    stream.write_all(&content[..content.len() / 2])?;
    if manner == Manner::Stalled {
        stalled.send(stream).unwrap();
    }
    Ok(())
}
