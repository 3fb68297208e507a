//! As much of HTTP/1.1 as the tests speak: one request a connection, bodies of a given length.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// Longer than anything on the loopback takes, moto's first answer for a service included.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request, as it came.
#[derive(Clone, Debug)]
pub struct Request {
    /// Method, path and version.
    pub line: String,
    /// Header names, in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// As it came, at the length that its header says.
    pub body: Vec<u8>,
}

impl Request {
    /// The next request of a connection; none where the peer closes it instead.
    ///
    /// # Errors
    /// The connection breaks off, or what comes is no text.
    pub fn read(stream: &mut impl Read) -> io::Result<Option<Self>> {
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut headers = Vec::new();
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            let Some((name, value)) = header.split_once(':') else { break };
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut request = Self { line: line.trim().to_owned(), headers, body: Vec::new() };
        let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        request.body.resize(length, 0);
        reader.read_exact(&mut request.body)?;
        Ok(Some(request))
    }

    /// The value of the header of this lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    /// Sends the request to `server` and gives the whole answer, head and body.
    ///
    /// # Errors
    /// Nobody listens there, or no answer comes within half a minute.
    pub fn send(&self, server: SocketAddr) -> io::Result<Vec<u8>> {
        let mut stream = TcpStream::connect_timeout(&server, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let own = ["connection", "content-length", "expect"];
        let passed_on = self.headers.iter().filter(|(name, _)| !own.contains(&name.as_str()));
        let mut head = vec![self.line.clone()];
        head.extend(passed_on.map(|(name, value)| format!("{name}: {value}")));
        head.extend([format!("content-length: {}", self.body.len()), "connection: close\r\n\r\n".to_owned()]);
        let head = head.join("\r\n");
        stream.write_all(&[head.as_bytes(), &self.body].concat())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

/// The status of a whole answer.
pub fn status(answer: &[u8]) -> u16 {
    let text = String::from_utf8_lossy(answer);
    text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("no status in {text}"))
}

/// The body of a whole answer.
pub fn body(answer: &[u8]) -> String {
    let text = String::from_utf8_lossy(answer);
    text.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default()
}

/// A whole answer, after which the connection ends.
pub fn answer(status: u16, content_type: &str, body: &str) -> Vec<u8> {
    let length = format!("content-length: {}", body.len());
    let content = format!("content-type: {content_type}");
    format!("HTTP/1.1 {status} .\r\n{content}\r\n{length}\r\nconnection: close\r\n\r\n{body}").into_bytes()
}

/// A whole answer of these head lines and this body.
#[must_use]
pub fn whole(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("{head}\r\ncontent-length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}
