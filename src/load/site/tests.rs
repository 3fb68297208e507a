//! The generator against a server on loopback that counts what reaches it.

use std::future::{Future, pending, ready};
use std::net::Ipv4Addr;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::client;
use super::*;
use crate::load::{Class, Ending, Figures, Plan, SiteAnswer};

/// Far more than anything here takes.
const BOUND: Duration = Duration::from_secs(30);

/// What the server does with a request.
#[derive(Clone, Copy)]
enum Manner {
    SiteAnswer(u16),
    Silence,
    HangUp,
}

#[derive(Default)]
struct Seen {
    open: AtomicUsize,
    connections: AtomicUsize,
    heads: Mutex<Vec<String>>,
}

struct Server {
    target: Target,
    seen: Arc<Seen>,
}

impl Server {
    async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Seen::default());
        let shared = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let seen = Arc::clone(&shared);
                seen.connections.fetch_add(1, Ordering::SeqCst);
                seen.open.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(async move {
                    serve(stream, manner, &seen).await;
                    seen.open.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        let host = format!("shop.example:{}", address.port());
        Self { target: Target { host, port: address.port(), path: "/".into(), addresses: vec![address.ip()] }, seen }
    }

    /// Returns once every connection is closed.
    async fn all_closed(&self) {
        timeout(BOUND, async {
            while self.seen.open.load(Ordering::SeqCst) > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await
        .expect("every connection is closed");
    }

    fn heads(&self) -> Vec<String> {
        self.seen.heads.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, manner: Manner, seen: &Seen) {
    let (mut head, mut buffer) = (Vec::new(), [0; 1024]);
    loop {
        match stream.read(&mut buffer).await {
            Ok(count) if count > 0 => head.extend_from_slice(&buffer[..count]),
            _ => return,
        }
        if !head.ends_with(b"\r\n\r\n") {
            continue;
        }
        seen.heads.lock().unwrap().push(String::from_utf8_lossy(&std::mem::take(&mut head)).into_owned());
        match manner {
            Manner::SiteAnswer(status) => {
                let answer = format!("HTTP/1.1 {status} .\r\ncontent-length: 4\r\n\r\nshop");
                if stream.write_all(answer.as_bytes()).await.is_err() {
                    return;
                }
            }
            Manner::Silence => {}
            Manner::HangUp => return,
        }
    }
}

fn plan(count: u32, millis: u64) -> Plan {
    Plan::new(count, Duration::from_millis(millis)).unwrap()
}

fn go_on(_: Figures) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

async fn bounded<T>(future: impl Future<Output = T>) -> T {
    timeout(BOUND, future).await.expect("in time")
}

#[tokio::test]
async fn every_planned_request_is_sent_as_a_get_with_the_sites_name_over_few_connections() {
    let server = Server::start(Manner::SiteAnswer(200)).await;
    let (ending, figures) = bounded(run(&plan(40, 25), &server.target, pending(), go_on)).await;
    assert_eq!((ending, figures.sent, figures.of(Class::Good)), (Ending::Finished, 40, 40));
    let heads = server.heads();
    assert_eq!(heads.len(), 40);
    assert!(heads.iter().all(|head| head.starts_with("GET / HTTP/1.1\r\n") && head.contains("host: shop.example:")));
    // However slow this machine is, not every request of a whole second meets the one before it under way.
    let connections = server.seen.connections.load(Ordering::SeqCst);
    assert!(connections < 40, "{connections} connections");
    server.all_closed().await;
}

#[tokio::test]
async fn a_site_that_does_not_answer_slows_nothing_down() {
    let server = Server::start(Manner::Silence).await;
    let arrived = async {
        while server.heads().len() < 40 {
            tokio::task::yield_now().await;
        }
    };
    let (ending, figures) = bounded(run(&plan(40, 5), &server.target, arrived, go_on)).await;
    assert_eq!((ending, figures.sent, figures.over()), (Ending::Asked, 40, 0));
    assert!(figures.elapsed < client::LIMIT, "nobody waited for an answer");
    server.all_closed().await;
}

#[tokio::test]
async fn no_more_than_a_hundred_requests_are_under_way() {
    let server = Server::start(Manner::Silence).await;
    let mut seconds = 0;
    let report = |figures: Figures| {
        seconds += 1;
        if figures.sent + figures.skipped == 150 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (ending, figures) = bounded(run(&plan(150, 2), &server.target, pending(), report)).await;
    assert_eq!((ending, figures.sent, figures.skipped), (Ending::Asked, 100, 50));
    server.all_closed().await;
}

#[tokio::test]
async fn it_stops_at_once_when_asked_before_it_begins() {
    let server = Server::start(Manner::SiteAnswer(200)).await;
    let (ending, figures) = bounded(run(&plan(1000, 100), &server.target, ready(()), go_on)).await;
    assert_eq!(ending, Ending::Asked);
    assert!(figures.sent <= 1, "{}", figures.sent);
    server.all_closed().await;
}

#[tokio::test]
async fn dropping_it_closes_every_connection() {
    for manner in [Manner::SiteAnswer(200), Manner::Silence] {
        let server = Server::start(manner).await;
        let some = async {
            while server.heads().len() < 10 {
                tokio::task::yield_now().await;
            }
        };
        let (plan, target) = (plan(1000, 5), server.target.clone());
        let load = run(&plan, &target, pending(), go_on);
        tokio::select! {
            _ = load => panic!("it isn't over"),
            () = some => {}
        }
        server.all_closed().await;
    }
}

#[tokio::test]
async fn a_closed_port_is_a_lost_network() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let target =
        Target { host: "shop.example".into(), port: address.port(), path: "/".into(), addresses: vec![address.ip()] };
    let (ending, figures) = bounded(run(&plan(1000, 5), &target, pending(), go_on)).await;
    assert_eq!((ending, figures.of(Class::NotConnected)), (Ending::NoConnection, 20));
}

#[tokio::test]
async fn a_flood_of_server_errors_ends_it() {
    let server = Server::start(Manner::SiteAnswer(503)).await;
    let (ending, figures) = bounded(run(&plan(1000, 5), &server.target, pending(), go_on)).await;
    assert_eq!((ending, figures.of(Class::ServerError)), (Ending::ServerErrors, 40));
    server.all_closed().await;
}

#[tokio::test]
async fn a_connection_that_breaks_is_counted_and_the_load_goes_on() {
    let server = Server::start(Manner::HangUp).await;
    let (ending, figures) = bounded(run(&plan(30, 3), &server.target, pending(), go_on)).await;
    assert_eq!((ending, figures.of(Class::Broken)), (Ending::Finished, 30));
}

#[tokio::test]
async fn a_page_is_opened_before_a_load_and_a_failing_site_gets_none() {
    let good = Server::start(Manner::SiteAnswer(404)).await;
    let (target, status) = bounded(target::probe(good.target.clone())).await.unwrap();
    assert_eq!((target, status), (good.target.clone(), 404));
    let bad = Server::start(Manner::SiteAnswer(502)).await;
    assert_eq!(bounded(target::probe(bad.target.clone())).await, Err(SiteAnswer::Status(502)));
    good.all_closed().await;
    bad.all_closed().await;
}

#[tokio::test]
async fn an_address_that_can_not_be_reached_is_left_out() {
    let server = Server::start(Manner::SiteAnswer(200)).await;
    // Nothing listens on this port at the other loopback address.
    let both = Target { addresses: vec![[127, 0, 0, 2].into(), [127, 0, 0, 1].into()], ..server.target.clone() };
    let (target, _) = bounded(target::probe(both)).await.unwrap();
    assert_eq!(target.addresses, server.target.addresses);
}
