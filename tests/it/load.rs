//! The real program loads a site on the loopback that the account names as its load balancer, to the end and
//! interrupted in every way.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Output, Stdio};

use ec_site_tutor_testing::aws::{Front, Moto, Reply};
use ec_site_tutor_testing::program::home_with;
use ec_site_tutor_testing::site::Visited;
use test_case::test_case;

/// Many enough, and far enough apart, not to be over before a test interrupts them.
const LONG: &[&str] = &["--count", "2000", "--interval", "0.02", "--beyond-lesson", "--yes"];

/// An account whose load balancer is a site on this machine.
struct Lab {
    front: Front,
    site: Visited,
    home: tempfile::TempDir,
}

impl Lab {
    fn new(scheme: &'static str) -> Self {
        let front = Front::before(&Moto::shared().account());
        front.on("elasticloadbalancing", "DescribeLoadBalancers", move |_| Reply::xml(200, load_balancer(scheme)));
        let site = Visited::open(200);
        let home = home_with("port", &site.address.port().to_string());
        Self { front, site, home }
    }

    fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ec-site-tutor"));
        command.env_clear().envs(self.front.account.variables()).env("HOME", self.home.path());
        command.args(["load", "--lang", "en"]).args(arguments).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.program(arguments).output().expect("it runs")
    }

    fn start(&self, arguments: &[&str]) -> Child {
        let mut command = self.program(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
    }
}

/// The answer of DescribeLoadBalancers:
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html>
fn load_balancer(scheme: &str) -> String {
    format!(
        "<DescribeLoadBalancersResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\">\
         <DescribeLoadBalancersResult><LoadBalancers><member><LoadBalancerArn>arn:aws:elasticloadbalancing:us-east-1:\
         123456789012:loadbalancer/app/ec-site-alb/50dc6c495c0c9188</LoadBalancerArn><DNSName>localhost</DNSName>\
         <LoadBalancerName>ec-site-alb</LoadBalancerName><Scheme>{scheme}</Scheme><State><Code>active</Code></State>\
         <Type>application</Type><VpcId>vpc-3ac0fb5f</VpcId></member></LoadBalancers></DescribeLoadBalancersResult>\
         </DescribeLoadBalancersResponse>"
    )
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn it_sends_exactly_what_was_planned_to_the_accounts_own_site_and_only_looks_at_aws() {
    let lab = Lab::new("internet-facing");
    let output = lab.run(&["--count", "40", "--interval", "0.02", "--beyond-lesson", "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("40 sent, 40 answered well"), "{}", stdout(&output));
    assert!(stdout(&output).contains("What happens when"), "{}", stdout(&output));
    // One page is opened before, at each address of the name.
    let port = lab.site.address.port();
    let heads = lab.site.heads();
    assert_eq!(heads.len(), 41, "{heads:?}");
    for head in heads {
        assert!(
            head.starts_with("GET / HTTP/1.1\r\n") && head.contains(&format!("host: localhost:{port}\r\n")),
            "{head}"
        );
    }
    for (service, action) in lab.front.calls() {
        assert!(["Describe", "Get", "List"].iter().any(|verb| action.starts_with(verb)), "{service} {action}");
    }
    lab.site.wait_until_empty();
}

#[test_case("INT")]
#[test_case("TERM")]
#[test_case("HUP")]
fn a_signal_stops_it_at_once_with_the_summary(signal: &str) {
    let lab = Lab::new("internet-facing");
    let program = lab.start(LONG);
    lab.site.wait_for(10);
    let sent = Command::new("kill").args(["-s", signal, &program.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    let output = program.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stdout(&output).contains("You stopped the load."), "{}", stdout(&output));
    assert!(lab.site.heads().len() < 1000);
    lab.site.wait_until_empty();
}

#[test]
fn a_closed_pipe_stops_it_quietly() {
    let lab = Lab::new("internet-facing");
    let mut program = lab.start(LONG);
    let mut first = String::new();
    let mut reader = BufReader::new(program.stdout.take().expect("a pipe"));
    reader.read_line(&mut first).expect("a line");
    drop(reader);
    let mut said = String::new();
    program.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    assert!(program.wait().expect("it ends").success(), "{said}");
    assert_eq!(said, "");
    assert!(lab.site.heads().len() < 2000);
    lab.site.wait_until_empty();
}

#[test]
fn a_site_that_vanishes_stops_it_with_a_message() {
    let lab = Lab::new("internet-facing");
    let program = lab.start(LONG);
    lab.site.wait_for(10);
    lab.site.vanish();
    let output = program.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("found no connection"), "{}", stderr(&output));
    assert!(stdout(&output).contains("without a connection"), "{}", stdout(&output));
}

#[test]
fn a_flood_of_server_errors_stops_it_with_a_message() {
    let lab = Lab::new("internet-facing");
    let program = lab.start(LONG);
    lab.site.wait_for(10);
    lab.site.turn(503);
    let output = program.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("server error"), "{}", stderr(&output));
    assert!(lab.site.heads().len() < 500, "{}", lab.site.heads().len());
    lab.site.wait_until_empty();
}

#[test]
fn a_site_that_fails_from_the_start_gets_one_look_and_no_load() {
    let lab = Lab::new("internet-facing");
    lab.site.turn(502);
    let output = lab.run(LONG);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("502"), "{}", stderr(&output));
    assert_eq!(lab.site.heads().len(), 1);
}

#[test_case(&["--count", "10"], 2, "--yes"; "nobody to ask")]
#[test_case(&["--count", "4001", "--yes"], 2, "--beyond-lesson"; "more than the lesson's")]
#[test_case(&["--interval", "0.1", "--yes"], 2, "--beyond-lesson"; "quicker than the lesson's")]
#[test_case(&["--site-url", "https://localhost/", "--yes"], 1, "plain HTTP"; "no such site")]
fn without_a_clear_yes_nothing_is_loaded(arguments: &[&str], exit: i32, said: &str) {
    let lab = Lab::new("internet-facing");
    let output = lab.run(arguments);
    assert_eq!(output.status.code(), Some(exit), "{}", stderr(&output));
    assert!(stderr(&output).contains(said), "{}", stderr(&output));
    assert_eq!(lab.site.heads().len(), 0, "not even a look");
}

/// A site on this machine is a site, too: whoever runs the tutor agrees before anything is sent.
#[test]
fn a_named_site_gets_nothing_before_the_learner_agreed() {
    let lab = Lab::new("internet-facing");
    let url = format!("http://127.0.0.1:{}/", lab.site.address.port());
    let output = lab.run(&["--site-url", &url, "--count", "5"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert_eq!(lab.site.heads().len(), 0);
}

#[test]
fn an_internal_load_balancer_is_not_loaded() {
    let lab = Lab::new("internal");
    let output = lab.run(LONG);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("internal"), "{}", stderr(&output));
    assert_eq!(lab.site.heads().len(), 0);
}

#[test]
fn a_site_on_this_machine_needs_no_account() {
    let lab = Lab::new("internet-facing");
    let url = format!("http://127.0.0.1:{}/cart?a=b", lab.site.address.port());
    let output = lab.run(&["--site-url", &url, "--count", "5", "--yes"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(lab.front.calls(), []);
    assert!(lab.site.heads().iter().all(|head| head.starts_with("GET /cart?a=b HTTP/1.1\r\n")));
}
