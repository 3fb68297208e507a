//! One HTTP GET to the learner's own site: the only thing that is sent anywhere but to AWS.

use std::error::Error;
use std::io::ErrorKind;
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::Response;
use hyper::body::{Bytes, Incoming};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use ec_site_tutor_core::account::resources::{SiteAnswer, SiteFailure};

/// The longest that the site may take to answer. Longer than the 10 s after which a waiting visitor is gone anyway.
const LIMIT: Duration = Duration::from_secs(10);

/// The longest that its text may take, once it has answered.
const READING: Duration = Duration::from_secs(2);
/// As much of its text, in bytes, is looked through.
const FIRST_PART: usize = 64 * 1024;

/// What the site at `host` answers on `port`. Redirects are not followed: they are an answer.
pub async fn get(host: &str, port: i32) -> SiteAnswer {
    match tokio::time::timeout(LIMIT, request(host, port)).await {
        Ok(answer) => answer,
        Err(_) => not_reached(SiteFailure::TimedOut, format!("{} s", LIMIT.as_secs())),
    }
}

async fn request(host: &str, port: i32) -> SiteAnswer {
    // Asked apart, because the client doesn't tell a name without address from other failures to connect.
    if let Err(error) = tokio::net::lookup_host(format!("{host}:{port}")).await {
        return not_reached(SiteFailure::NameNotResolved, error.to_string());
    }
    let uri = match format!("http://{host}:{port}/").parse() {
        Ok(uri) => uri,
        Err(error) => return not_reached(SiteFailure::Other, format!("{error}")),
    };
    let client: Client<HttpConnector, Empty<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    match client.get(uri).await {
        Ok(response) => {
            let status = response.status().as_u16();
            // An answer is one, however long its text takes.
            let instance = tokio::time::timeout(READING, shown_instance(response)).await.ok().flatten();
            SiteAnswer::Answered { status, instance }
        }
        Err(error) => failed(&error),
    }
}

/// The instance that an answer names: in its headers, or in the first part of its text.
async fn shown_instance(response: Response<Incoming>) -> Option<String> {
    let (head, mut body) = response.into_parts();
    let in_head = head.headers.values().filter_map(|value| value.to_str().ok()).find_map(instance_id);
    if in_head.is_some() {
        return in_head;
    }
    let mut text = Vec::new();
    while text.len() < FIRST_PART
        && let Some(Ok(frame)) = body.frame().await
    {
        text.extend(frame.into_data().unwrap_or_default());
    }
    text.truncate(FIRST_PART);
    instance_id(&String::from_utf8_lossy(&text))
}

/// The first id of an EC2 instance in a text.
fn instance_id(text: &str) -> Option<String> {
    let words = text.split(|character: char| !character.is_ascii_alphanumeric() && character != '-');
    let is_id = |word: &&str| {
        word.strip_prefix("i-")
            .is_some_and(|id| matches!(id.len(), 8 | 17) && id.chars().all(|digit| digit.is_ascii_hexdigit()))
    };
    words.into_iter().find(is_id).map(ToOwned::to_owned)
}

fn failed(error: &(dyn Error + 'static)) -> SiteAnswer {
    let mut cause = Some(error);
    let mut kind = SiteFailure::Other;
    let mut detail = error.to_string();
    while let Some(error) = cause {
        detail = error.to_string();
        match error.downcast_ref::<std::io::Error>().map(std::io::Error::kind) {
            Some(ErrorKind::ConnectionRefused) => kind = SiteFailure::Refused,
            Some(ErrorKind::TimedOut) => kind = SiteFailure::TimedOut,
            _ => {}
        }
        cause = error.source();
    }
    not_reached(kind, detail)
}

fn not_reached(kind: SiteFailure, detail: String) -> SiteAnswer {
    SiteAnswer::NotReached { kind, detail }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;

    use test_case::test_case;

    use super::*;

    fn run(host: &str, port: u16) -> SiteAnswer {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(get(host, i32::from(port)))
    }

    /// A server that reads one request, answers with `bytes` and closes.
    fn server(bytes: &'static str) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 1024]).unwrap();
            stream.write_all(bytes.as_bytes()).unwrap();
        });
        port
    }

    #[test]
    fn an_answer_is_its_status() {
        for (head, status) in [("200 OK", 200), ("302 Found\r\nLocation: http://127.0.0.1:9/", 302), ("503 Busy", 503)]
        {
            let bytes = format!("HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assert_eq!(run("127.0.0.1", server(bytes.leak())), SiteAnswer::Answered { status, instance: None });
        }
    }

    #[test_case("Server: i-0123456789abcdef0\r\nContent-Length: 0\r\n\r\n", Some("i-0123456789abcdef0"); "a header")]
    #[test_case("Content-Length: 29\r\n\r\n<p>from i-0123456789abcdef0 </p", Some("i-0123456789abcdef0"); "the text")]
    #[test_case("Content-Length: 25\r\n\r\n<p>multi-0123456789abcdef0", None; "the end of a word")]
    #[test_case("Content-Length: 900\r\n\r\ncut off", None; "a text that is cut off")]
    fn an_answer_may_name_its_instance(rest: &str, instance: Option<&str>) {
        let bytes = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{rest}");
        let expected = SiteAnswer::Answered { status: 200, instance: instance.map(ToOwned::to_owned) };
        assert_eq!(run("127.0.0.1", server(bytes.leak())), expected);
    }

    #[test]
    fn what_is_not_http_is_no_answer() {
        let answer = run("127.0.0.1", server("hello\r\n\r\n"));
        assert!(matches!(answer, SiteAnswer::NotReached { kind: SiteFailure::Other, .. }), "{answer:?}");
    }

    #[test]
    fn a_closed_port_refuses() {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let answer = run("127.0.0.1", port);
        assert!(matches!(answer, SiteAnswer::NotReached { kind: SiteFailure::Refused, .. }), "{answer:?}");
    }

    #[test]
    fn a_name_without_address_is_told_apart() {
        // A label of more than 63 letters can have no address, so the resolver needs to ask nobody.
        let answer = run(&format!("{}.example", "x".repeat(64)), 80);
        assert!(matches!(answer, SiteAnswer::NotReached { kind: SiteFailure::NameNotResolved, .. }), "{answer:?}");
    }
}
