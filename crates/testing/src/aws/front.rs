//! An HTTP front before moto: passes calls on, counts them, and answers chosen ones in moto's place.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::account::Account;
use super::answers;
use crate::http::{self, Request};
use crate::program::allowed_actions;

/// What becomes of a call.
pub enum Reply {
    /// moto answers.
    PassOn,
    /// This instead of moto's.
    Answer {
        /// Of HTTP, such as 403.
        status: u16,
        /// The header.
        content_type: &'static str,
        /// What follows the head.
        body: String,
    },
    /// This is the whole answer, head and body.
    Whole(Vec<u8>),
    /// The connection is closed without an answer.
    Close,
    /// No answer comes as long as the front lives.
    Hang,
}

impl Reply {
    /// An answer in XML.
    pub fn xml(status: u16, body: impl Into<String>) -> Self {
        Self::Answer { status, content_type: "text/xml;charset=UTF-8", body: body.into() }
    }
}

/// A call that arrived.
pub struct Call {
    /// Signing name of the service, such as `ec2`.
    pub service: String,
    /// Such as `DescribeVpcs`.
    pub action: String,
    request: Request,
    behind: SocketAddr,
}

impl Call {
    /// None where it is no call to AWS at all.
    fn of(request: Request, behind: SocketAddr) -> Option<Self> {
        // Credential=KEY/DATE/REGION/SERVICE/aws4_request
        let scope = request.header("authorization")?.split_once("Credential=")?.1.split(',').next()?;
        let service = scope.split('/').nth(3)?.to_owned();
        let action =
            form_value(&request, "Action").or_else(|| json_action(&request)).or_else(|| cbor_action(&request))?;
        Some(Self { service, action, request, behind })
    }

    /// As IAM calls it, such as `ec2:DescribeVpcs`.
    pub fn iam_name(&self) -> String {
        iam_name(&self.service, &self.action)
    }

    /// Whether it comes from the program itself, and not from a learner's `aws` or a test's own hand.
    fn is_by_the_tutor(&self) -> bool {
        let names = ["user-agent", "x-amz-user-agent"];
        names.iter().filter_map(|name| self.header(name)).any(|agent| agent.contains("app/ec-site-tutor"))
    }

    /// The parameter of a query call of this name.
    pub fn parameter(&self, name: &str) -> Option<String> {
        form_value(&self.request, name)
    }

    /// The body, as it came.
    pub fn body(&self) -> &[u8] {
        &self.request.body
    }

    /// The value of the header of this lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.header(name)
    }

    /// Status and body of what moto answers to it.
    pub fn answer_of_moto(&self) -> (u16, String) {
        let answer = self.request.send(self.behind).expect("moto answers");
        (http::status(&answer), http::body(&answer))
    }

    /// The body that moto answers to it where it is asked for everything at once.
    pub fn body_of_moto(&self) -> String {
        let mut whole = self.request.clone();
        let paging = |pair: &&str| pair.starts_with("NextToken=") || pair.starts_with("MaxResults=");
        let form = String::from_utf8_lossy(&whole.body);
        whole.body = form.split('&').filter(|pair| !paging(pair)).collect::<Vec<_>>().join("&").into_bytes();
        http::body(&whole.send(self.behind).expect("moto answers"))
    }
}

/// IAM has a name of its own for CloudWatch.
pub fn iam_name(service: &str, action: &str) -> String {
    format!("{}:{action}", if service == "monitoring" { "cloudwatch" } else { service })
}

fn form_value(request: &Request, name: &str) -> Option<String> {
    let body = std::str::from_utf8(&request.body).ok()?;
    let mut pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

fn json_action(request: &Request) -> Option<String> {
    request.header("x-amz-target")?.rsplit('.').next().map(str::to_owned)
}

/// CloudWatch: `POST /service/GraniteServiceVersion20100801/operation/DescribeAlarms`.
fn cbor_action(request: &Request) -> Option<String> {
    let path = request.line.split(' ').nth(1)?;
    path.split_once("/operation/").map(|(_, action)| action.to_owned())
}

type Rule = Box<dyn Fn(&Call) -> Reply + Send + Sync>;

#[derive(Default)]
struct Shared {
    /// What the tutor may do besides what the learners' policy allows.
    beyond_policy: Vec<&'static str>,
    rules: Mutex<BTreeMap<(&'static str, &'static str), Arc<Rule>>>,
    calls: Mutex<Vec<(String, String)>>,
    strangers: Mutex<Vec<String>>,
    hanging: Mutex<Vec<TcpStream>>,
}

/// A front on a port of its own; it listens until the test process ends, which costs nothing.
pub struct Front {
    /// The account, reached through the front.
    pub account: Account,
    state: Arc<Shared>,
}

impl Front {
    /// A front before `account`.
    pub fn before(account: &Account) -> Self {
        Self::allowing(account, Shared::default())
    }

    /// A front before an instructor's account, and behind it those of the learners.
    pub fn before_instructor(account: &Account) -> Self {
        Self::allowing(account, Shared { beyond_policy: vec!["sts:AssumeRole"], ..Shared::default() })
    }

    fn allowing(account: &Account, state: Shared) -> Self {
        let behind = account.endpoint;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let state = Arc::new(state);
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A peer that goes away in mid-call is what some tests are about.
                thread::spawn(move || serve(stream, behind, &state).ok());
            }
        });
        Self { account: account.at(address), state }
    }

    /// Lets `rule` decide what becomes of every call of this action from now on.
    pub fn on(
        &self,
        service: &'static str,
        action: &'static str,
        rule: impl Fn(&Call) -> Reply + Send + Sync + 'static,
    ) {
        lock(&self.state.rules).insert((service, action), Arc::new(Box::new(rule)));
    }

    /// Services and actions of all calls so far, in the order of their arrival.
    pub fn calls(&self) -> Vec<(String, String)> {
        lock(&self.state.calls).clone()
    }

    /// How many calls of an action there were so far.
    pub fn count(&self, action: &str) -> usize {
        self.calls().iter().filter(|(_, called)| called == action).count()
    }

    /// First lines of the requests that were no calls to AWS.
    pub fn strangers(&self) -> Vec<String> {
        lock(&self.state.strangers).clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(mut stream: TcpStream, behind: SocketAddr, state: &Shared) -> io::Result<()> {
    let Some(request) = Request::read(&mut stream)? else { return Ok(()) };
    let line = request.line.clone();
    let Some(call) = Call::of(request, behind) else {
        lock(&state.strangers).push(line);
        return stream.write_all(&http::answer(404, "text/plain", "not a call to AWS"));
    };
    lock(&state.calls).push((call.service.clone(), call.action.clone()));
    let is_allowed = |name: &str| allowed_actions().contains(name) || state.beyond_policy.contains(&name);
    if call.is_by_the_tutor() && !is_allowed(&call.iam_name()) {
        // As AWS would, for a learner who has what the `policy` command prints and no more.
        let denial = answers::error(&call, 403, "AccessDenied", &format!("{} is not in the policy", call.iam_name()));
        return send(&mut stream, denial, &call, state);
    }
    let rule = lock(&state.rules)
        .iter()
        .find(|((s, a), _)| *s == call.service && *a == call.action)
        .map(|(_, r)| Arc::clone(r));
    send(&mut stream, rule.map_or(Reply::PassOn, |rule| rule(&call)), &call, state)
}

fn send(stream: &mut TcpStream, reply: Reply, call: &Call, state: &Shared) -> io::Result<()> {
    match reply {
        Reply::PassOn => stream.write_all(&call.request.send(call.behind)?),
        Reply::Answer { status, content_type, body } => stream.write_all(&http::answer(status, content_type, &body)),
        Reply::Whole(answer) => stream.write_all(&answer),
        Reply::Close => Ok(()),
        Reply::Hang => {
            lock(&state.hanging).push(stream.try_clone()?);
            Ok(())
        }
    }
}
