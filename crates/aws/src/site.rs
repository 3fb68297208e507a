//! HTTP GETs to the learner's own site: the only thing that is sent anywhere but to AWS. A server error is asked about
//! again, because one among good answers is no fault; a redirect is followed as long as it stays on the same host.

use std::error::Error;
use std::io::ErrorKind;
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::Response;
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderMap, LOCATION, SERVER};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use url::Url;

use ec_site_tutor_core::account::resources::{SiteAnswer, SiteFailure, SiteResponse};

/// The longest that the site may take to answer, with all its redirects. Longer than the 10 s after which a waiting
/// visitor is gone anyway.
const LIMIT: Duration = Duration::from_secs(10);
/// The longest that its text may take, once it has answered.
const READING: Duration = Duration::from_secs(2);
/// As much of its text, in bytes, is looked through.
const FIRST_PART: usize = 64 * 1024;
/// The longest header that is kept, in characters.
const LONGEST: usize = 300;
/// So often a server error is asked about again, with this pause before each try.
const AGAIN: usize = 3;
const PAUSE: Duration = Duration::from_millis(500);
/// The longest that asking again may take.
const PATIENCE: Duration = Duration::from_secs(6);
/// So many redirects are followed: a browser follows more, a shop needs fewer.
const MOST_REDIRECTS: usize = 5;
/// In it AWS WAF says what it asks of a visitor:
/// <https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html>.
const FIREWALL: &str = "x-amzn-waf-action";

type Visitor = Client<HttpConnector, Empty<Bytes>>;

/// What the front page of the site at `host` answers on `port`.
pub async fn get(host: &str, port: i32) -> SiteAnswer {
    let first = match visit(host, port).await {
        SiteAnswer::Answered(first) if is_error(&first) => first,
        answer => return answer,
    };
    let mut answers = vec![first];
    // What hasn't come in time is left out: one answer is there.
    let _ = tokio::time::timeout(PATIENCE, ask_again(host, port, &mut answers)).await;
    let tries: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    let shown = answers.iter().rposition(|answer| !is_error(answer)).unwrap_or(answers.len() - 1);
    SiteAnswer::Answered(SiteResponse { tries, ..answers.swap_remove(shown) })
}

fn is_error(answer: &SiteResponse) -> bool {
    answer.status >= 500
}

async fn ask_again(host: &str, port: i32, answers: &mut Vec<SiteResponse>) {
    for _ in 0..AGAIN {
        tokio::time::sleep(PAUSE).await;
        match visit(host, port).await {
            SiteAnswer::Answered(answer) => answers.push(answer),
            SiteAnswer::NotReached { .. } => return,
        }
    }
}

async fn visit(host: &str, port: i32) -> SiteAnswer {
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
    let mut page = match Url::parse(&format!("http://{host}:{port}/")) {
        Ok(page) => page,
        Err(error) => return not_reached(SiteFailure::Other, format!("{error}")),
    };
    let client: Visitor = Client::builder(TokioExecutor::new()).build_http();
    let mut followed = Vec::new();
    loop {
        let response = match ask(&client, &page).await {
            Ok(response) => response,
            Err(answer) => return answer,
        };
        match next(&response, &page).filter(|_| followed.len() < MOST_REDIRECTS) {
            Some(next) => {
                followed.push(without_secrets(&next));
                page = next;
            }
            None => return SiteAnswer::Answered(shown(response, &page, followed).await),
        }
    }
}

async fn ask(client: &Visitor, page: &Url) -> Result<Response<Incoming>, SiteAnswer> {
    let uri = page.as_str().parse().map_err(|error| not_reached(SiteFailure::Other, format!("{error}")))?;
    client.get(uri).await.map_err(|error| failed(&error))
}

/// The page of the same host that an answer sends on to: nothing is asked of anybody else.
fn next(response: &Response<Incoming>, page: &Url) -> Option<Url> {
    let to = destination(response, page)?;
    (to.scheme() == page.scheme() && to.host() == page.host()).then_some(to)
}

fn destination(response: &Response<Incoming>, page: &Url) -> Option<Url> {
    let is_redirect = response.status().is_redirection();
    page.join(header(response.headers(), LOCATION.as_str()).filter(|_| is_redirect)?).ok()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// An address in which nothing is left that may let somebody in.
fn without_secrets(address: &Url) -> String {
    let mut address = address.clone();
    // An address without a host has no user either.
    let _ = (address.set_username(""), address.set_password(None));
    address.set_query(None);
    address.set_fragment(None);
    short(address.as_str())
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

async fn shown(response: Response<Incoming>, page: &Url, followed: Vec<String>) -> SiteResponse {
    let told = |name| header(response.headers(), name).map(short);
    let (server, firewall) = (told(SERVER.as_str()), told(FIREWALL));
    let location = destination(&response, page).map(|to| without_secrets(&to));
    let status = response.status().as_u16();
    // An answer is one, however long its text takes.
    let instance = tokio::time::timeout(READING, shown_instance(response)).await.ok().flatten();
    SiteResponse { status, instance, server, location, firewall, followed, tries: Vec::new() }
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

    /// A server that gives these answers one after the other, each on a connection of its own, and then no more.
    fn serve(answers: Vec<String>) -> u16 {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let _ = stream.read(&mut [0; 1024]).unwrap();
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        port
    }

    /// The same with answers of a status and headers alone.
    fn server(heads: &[&str]) -> u16 {
        let whole = |head: &&str| format!("HTTP/1.1 {head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        serve(heads.iter().map(whole).collect())
    }

    fn answered(answer: SiteAnswer) -> SiteResponse {
        match answer {
            SiteAnswer::Answered(response) => response,
            SiteAnswer::NotReached { .. } => panic!("{answer:?}"),
        }
    }

    #[test]
    fn an_answer_is_its_status() {
        for (head, status) in [("200 OK", 200), ("304 Not Modified", 304), ("404 Not Found", 404)] {
            assert_eq!(run("127.0.0.1", server(&[head])), SiteAnswer::Answered(SiteResponse::of(status)));
        }
    }

    #[test_case("Server: i-0123456789abcdef0\r\nContent-Length: 0\r\n\r\n", Some("i-0123456789abcdef0"); "a header")]
    #[test_case("Content-Length: 29\r\n\r\n<p>from i-0123456789abcdef0 </p", Some("i-0123456789abcdef0"); "the text")]
    #[test_case("Content-Length: 25\r\n\r\n<p>multi-0123456789abcdef0", None; "the end of a word")]
    #[test_case("Content-Length: 900\r\n\r\ncut off", None; "a text that is cut off")]
    fn an_answer_may_name_its_instance(rest: &str, instance: Option<&str>) {
        let answer = answered(run("127.0.0.1", serve(vec![format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{rest}")])));
        assert_eq!((answer.status, answer.instance.as_deref()), (200, instance));
    }

    #[test]
    fn who_answered_is_kept() {
        let heads = ["202 Accepted\r\nServer: awselb/2.0\r\nx-amzn-waf-action: challenge"];
        let answer = answered(run("127.0.0.1", server(&heads)));
        assert_eq!((answer.server.as_deref(), answer.firewall.as_deref()), (Some("awselb/2.0"), Some("challenge")));
        assert!(!answer.is_page());
        let long = format!("200 OK\r\nServer: {}", "x".repeat(5_000));
        assert_eq!(answered(run("127.0.0.1", server(&[&long]))).server.unwrap().len(), LONGEST);
    }

    #[test_case(&["502 Bad", "200 OK", "503 Busy", "200 OK"], 200, &[502, 200, 503, 200]; "one error among good answers")]
    #[test_case(&["502 Bad", "504 Late", "503 Busy", "502 Bad"], 502, &[502, 504, 503, 502]; "nothing but errors")]
    #[test_case(&["502 Bad", "503 Busy"], 503, &[502, 503]; "as far as it answers")]
    #[test_case(&["200 OK", "502 Bad"], 200, &[]; "a good answer is enough")]
    #[test_case(&["404 Not Found", "200 OK"], 404, &[]; "a refusal is one")]
    fn an_error_is_asked_about_again(heads: &[&str], status: u16, tries: &[u16]) {
        let answer = answered(run("127.0.0.1", server(heads)));
        assert_eq!((answer.status, answer.tries.as_slice()), (status, tries));
    }

    #[test]
    fn a_redirect_is_followed_on_the_same_host_only() {
        let port = server(&["302 Found\r\nLocation: /login?token=secret", "200 OK"]);
        let answer = answered(run("127.0.0.1", port));
        let login = format!("http://127.0.0.1:{port}/login");
        assert_eq!((answer.status, answer.followed.as_slice(), answer.location), (200, [login].as_slice(), None));
        for (to, kept) in [
            ("https://127.0.0.1/", "https://127.0.0.1/"),
            ("http://me:pass@127.0.0.2:9/a?b=c#d", "http://127.0.0.2:9/a"),
            ("//example.com/", "http://example.com/"),
        ] {
            let port = server(&[&format!("301 Moved\r\nLocation: {to}")]);
            let answer = answered(run("127.0.0.1", port));
            assert_eq!(
                (answer.status, answer.location.as_deref(), answer.followed.len()),
                (301, Some(kept), 0),
                "{to}"
            );
        }
    }

    #[test]
    fn a_circle_of_redirects_ends() {
        let port = server(&["302 Found\r\nLocation: /"; MOST_REDIRECTS + 1]);
        let answer = answered(run("127.0.0.1", port));
        assert_eq!((answer.status, answer.followed.len()), (302, MOST_REDIRECTS));
        assert_eq!(answer.location, Some(format!("http://127.0.0.1:{port}/")));
    }

    #[test]
    fn what_is_not_http_is_no_answer() {
        let answer = run("127.0.0.1", serve(vec!["hello\r\n\r\n".into()]));
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
