//! A server on loopback that has a lab's load balancer, its target group and its site, and says what it was asked.

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use super::front::{Request, whole};

/// A call that waits longer for the others is answered.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the account has at the moment, and what became of it.
pub struct Account {
    pub number: &'static str,
    /// In the ARNs of load balancer and target group.
    pub generation: u32,
    /// Where the load balancer's name leads.
    pub host: &'static str,
    /// Nothing is answered before so many requests came.
    pub held_until: usize,
    /// What asks about another generation never gets an answer.
    pub is_silent_about_others: bool,
    requests: Vec<Asked>,
}

/// A request, and how many had been answered when it came.
#[derive(Clone, Debug)]
pub struct Asked {
    pub action: String,
    pub answered_before: usize,
}

/// The server; its threads end with the connections, and with the test's process.
pub struct Lab {
    pub address: SocketAddr,
    state: Arc<(Mutex<Account>, Condvar)>,
    answered: Arc<Mutex<usize>>,
}

impl Lab {
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let account = Account {
            number: "123456789012",
            generation: 1,
            host: "127.0.0.1",
            held_until: 0,
            is_silent_about_others: false,
            requests: Vec::new(),
        };
        let lab = Self { address, state: Arc::new((Mutex::new(account), Condvar::new())), answered: Arc::default() };
        let (state, answered) = (Arc::clone(&lab.state), Arc::clone(&lab.answered));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (state, answered) = (Arc::clone(&state), Arc::clone(&answered));
                thread::spawn(move || serve(stream, &state, &answered));
            }
        });
        lab
    }

    /// The account, to be changed or looked at.
    pub fn account(&self) -> MutexGuard<'_, Account> {
        self.state.0.lock().unwrap()
    }

    /// What was asked since the last time.
    pub fn asked(&self) -> Vec<Asked> {
        *self.answered.lock().unwrap() = 0;
        std::mem::take(&mut self.account().requests)
    }
}

fn serve(mut stream: TcpStream, (state, changed): &(Mutex<Account>, Condvar), answered: &Mutex<usize>) {
    let Ok(request) = Request::read(&stream) else { return };
    let mut account = state.lock().unwrap();
    let asked = Asked { action: request.action.clone(), answered_before: *answered.lock().unwrap() };
    account.requests.push(asked);
    changed.notify_all();
    let is_early = |account: &mut Account| account.requests.len() < account.held_until;
    let (account, _) = changed.wait_timeout_while(account, PATIENCE, is_early).unwrap();
    let answer = account.answer(&request);
    drop(account);
    match answer {
        Some(answer) => {
            *answered.lock().unwrap() += 1;
            let _ = stream.write_all(&answer);
        }
        // The client gives up and closes.
        None => drop(stream.peek(&mut [0])),
    }
}

impl Account {
    pub fn load_balancer(&self) -> String {
        arn("loadbalancer/app/lab", self.generation)
    }

    pub fn target_group(&self) -> String {
        arn("targetgroup/lab", self.generation)
    }

    fn answer(&self, request: &Request) -> Option<Vec<u8>> {
        let (alb, group) = (self.load_balancer(), self.target_group());
        let of = |arn: &str, inside: &str| self.about(request, request.names(arn), inside);
        match request.action.as_str() {
            "GetCallerIdentity" => {
                let number = self.number;
                let arn = format!("arn:aws:iam::{number}:user/taro");
                Some(request.answer(&format!("<Account>{number}</Account><Arn>{arn}</Arn>")))
            }
            "DescribeLoadBalancers" => Some(request.answer(&format!(
                "<LoadBalancers><member><LoadBalancerArn>{alb}</LoadBalancerArn>\
                 <LoadBalancerName>lab</LoadBalancerName><DNSName>{}</DNSName><State><Code>active</Code></State>\
                 </member></LoadBalancers>",
                self.host
            ))),
            "DescribeTargetGroups" => Some(request.answer(&format!(
                "<TargetGroups><member><TargetGroupArn>{group}</TargetGroupArn><TargetGroupName>lab</TargetGroupName>\
                 </member></TargetGroups>"
            ))),
            "DescribeListeners" => {
                of(&alb, &format!("<Listeners><member><LoadBalancerArn>{alb}</LoadBalancerArn></member></Listeners>"))
            }
            "DescribeTargetHealth" => of(
                &group,
                &format!(
                    "<TargetHealthDescriptions><member><Target><Id>i-{}</Id></Target></member></TargetHealthDescriptions>",
                    self.generation
                ),
            ),
            "/" => {
                let is_own = request.host.split(':').next() == Some(self.host);
                Some(whole(if is_own { 200 } else { 503 }, "server: shop", b""))
            }
            _ => Some(request.sound()),
        }
    }

    /// AWS's refusal where it asks about anything but what is there now, or nothing at all.
    fn about(&self, request: &Request, is_there: bool, inside: &str) -> Option<Vec<u8>> {
        if is_there {
            return Some(request.answer(inside));
        }
        let refusal = || request.error(403, "AccessDenied", "You may not see what is not there.");
        (!self.is_silent_about_others).then(refusal)
    }
}

fn arn(resource: &str, generation: u32) -> String {
    format!("arn:aws:elasticloadbalancing:us-east-1:123456789012:{resource}/{generation}")
}
