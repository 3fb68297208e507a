//! One visitor after another for one site: GET only, kept-alive connections, a time limit for each. Whatever it starts
//! it can end: dropping it closes every connection.

use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::header::{HOST, HeaderValue, USER_AGENT};
use hyper::rt::Executor;
use hyper::{Request, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioTimer;
use tokio::task::JoinSet;

use ec_site_tutor_core::load::SiteAnswer;

/// A request is given up after so long: a real visitor would be gone.
pub const LIMIT: Duration = Duration::from_secs(10);
/// The longest wait for a connection.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// Connections that wait for the next request.
const KEPT_ALIVE: usize = 8;
/// How long they wait. A load balancer closes them after a minute by itself.
const KEPT_FOR: Duration = Duration::from_secs(30);
const AGENT: HeaderValue = HeaderValue::from_static(concat!("ec-site-tutor/", env!("CARGO_PKG_VERSION")));

/// Where requests go: these addresses and no others, whatever the name comes to mean later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The site's name, with the port where it isn't 80: the Host header.
    pub host: String,
    /// Where it listens; 80 for the lab's listener.
    pub port: u16,
    /// The path of the page.
    pub path: String,
    /// The addresses, used in turn.
    pub addresses: Vec<IpAddr>,
}

impl Target {
    /// The same at the address of this place in turn.
    fn uri(&self, address: IpAddr) -> Option<Uri> {
        format!("http://{}{}", SocketAddr::new(address, self.port), self.path).parse().ok()
    }
}

/// Sends requests to one target.
#[derive(Debug)]
pub struct Visitors {
    client: Client<HttpConnector, Empty<Bytes>>,
    uris: Vec<Uri>,
    host: HeaderValue,
    connections: Connections,
}

impl Visitors {
    /// Visitors for `target`; none where its name or path can't stand in a request.
    #[must_use]
    pub fn new(target: &Target) -> Option<Self> {
        let mut connector = HttpConnector::new();
        connector.set_connect_timeout(Some(CONNECT_LIMIT));
        connector.set_nodelay(true);
        let connections = Connections::default();
        let client = Client::builder(connections.clone())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(KEPT_FOR)
            .pool_max_idle_per_host(KEPT_ALIVE)
            .build(connector);
        let uris: Option<Vec<Uri>> = target.addresses.iter().map(|address| target.uri(*address)).collect();
        let uris = uris.filter(|uris| !uris.is_empty())?;
        Some(Self { client, uris, host: HeaderValue::from_str(&target.host).ok()?, connections })
    }

    /// One request, to the address whose turn it is.
    pub fn visit(&self, number: u32) -> impl Future<Output = SiteAnswer> + Send + use<> {
        let turn = usize::try_from(number).unwrap_or(0) % self.uris.len();
        let mut request = Request::new(Empty::new());
        request.uri_mut().clone_from(&self.uris[turn]);
        request.headers_mut().insert(HOST, self.host.clone());
        request.headers_mut().insert(USER_AGENT, AGENT);
        let client = self.client.clone();
        async move { tokio::time::timeout(LIMIT, answer(client, request)).await.unwrap_or(SiteAnswer::TimedOut) }
    }

    /// Closes every connection, and returns when all are closed.
    pub async fn leave(self) {
        let mut tasks = std::mem::take(&mut *self.connections.tasks());
        tasks.shutdown().await;
    }
}

impl Drop for Visitors {
    fn drop(&mut self) {
        // A connection that is being made holds on to what runs it, so that nothing would end it by itself.
        self.connections.tasks().abort_all();
    }
}

async fn answer(client: Client<HttpConnector, Empty<Bytes>>, request: Request<Empty<Bytes>>) -> SiteAnswer {
    let mut response = match client.request(request).await {
        Ok(response) => response,
        Err(error) if error.is_connect() => return SiteAnswer::NotConnected,
        Err(_) => return SiteAnswer::Broken,
    };
    // A visitor reads the page to its end, and only then can the connection serve the next one.
    while let Some(frame) = response.body_mut().frame().await {
        if frame.is_err() {
            return SiteAnswer::Broken;
        }
    }
    SiteAnswer::Status(response.status().as_u16())
}

/// Runs the client's connections where they can be ended.
#[derive(Clone, Debug, Default)]
struct Connections(Arc<Mutex<JoinSet<()>>>);

impl Connections {
    fn tasks(&self) -> std::sync::MutexGuard<'_, JoinSet<()>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<F: Future<Output = ()> + Send + 'static> Executor<F> for Connections {
    fn execute(&self, connection: F) {
        let mut tasks = self.tasks();
        while tasks.try_join_next().is_some() {}
        tasks.spawn(connection);
    }
}
