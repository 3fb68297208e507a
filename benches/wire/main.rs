//! What a check takes where connecting costs, too: `cargo bench --bench wire`. Between the learner's network namespace and
//! AWS's each packet waits half a round trip; every service has a host, a certificate and an end of TLS of its own, and gives
//! the finished lab's answers. Beside the program: another build of it (`WIRE_BENCH_BEFORE=FILE`), boto3 and the AWS CLI.
//! `WIRE_BENCH_ROUND_TRIP=MILLISECONDS` makes the wire longer, so that a slow machine weighs less. Prints a table, judges nothing but that the lab is really checked. Wants root, /dev/net/tun, ip, unshare, nsenter, openssl, and what the
//! end-to-end tests want; without root it says so and does nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench reports by panicking")]

mod network;
mod rows;
mod tls;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use ec_site_tutor_testing::aws::Account;
use ec_site_tutor_testing::bench::{Replay, lab};
use ec_site_tutor_testing::program::{program, set_values};
use ec_site_tutor_testing::python;

use network::{Network, address, succeeds};

/// Between a packet and the answer to it, in milliseconds, where no other time is asked for.
const ROUND_TRIP: u64 = 100;
/// The hosts of AWS's services, as its own endpoints are called, and the site's behind them.
const HOSTS: [&str; 6] = [
    "sts.us-east-1.amazonaws.com",
    "ec2.us-east-1.amazonaws.com",
    "iam.amazonaws.com",
    "autoscaling.us-east-1.amazonaws.com",
    "elasticloadbalancing.us-east-1.amazonaws.com",
    "monitoring.us-east-1.amazonaws.com",
];
const SITE: &str = "ec-site-alb-1.us-east-1.elb.amazonaws.com";

fn main() {
    if let Err(why) = network::enter() {
        println!("wire: skipped: {why}");
        return;
    }
    let (front, files) = (Replay::bind(), tempfile::tempdir().unwrap());
    let names: Vec<&str> = HOSTS.into_iter().chain([SITE]).collect();
    let network = Network::with(&names, round_trip());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/wire/certificates.sh");
    succeeds(Command::new("bash").arg(script).arg(files.path()).args(HOSTS));
    let shown = tls::shown(files.path());
    (0..HOSTS.len()).for_each(|number| tls::listen(address(number), &shown, &front));
    front.listen_at(address(HOSTS.len()));
    let lab = lab::finished(front.address.port());
    SITE.clone_into(&mut lab.state().dns_name);
    front.pass_on_to(lab.account.endpoint);
    let stage = Stage { account: lab.account.at(front.address), front, network, files: files.path() };
    rows::print(&stage);
}

/// Where everything is measured.
struct Stage<'a> {
    account: Account,
    front: Replay,
    network: Network,
    /// The certificate of the authority, among others.
    files: &'a Path,
}

impl Stage<'_> {
    /// A learner's home that knows the lab's own values and nothing else.
    fn home(&self) -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        let values = lab::values(self.front.address.port(), &self.account.number);
        for folder in [".config", "config"] {
            set_values(&home.path().join(folder), &values);
        }
        home
    }

    /// What a learner's environment says: nothing of where AWS is, and whose certificates to trust.
    fn variables(&self) -> Vec<(&'static str, String)> {
        let mut variables = self.account.variables();
        variables.retain(|(name, _)| *name != "AWS_ENDPOINT_URL");
        variables.push(("AWS_CA_BUNDLE", self.files.join("ca.pem").display().to_string()));
        variables
    }

    /// A program at the learner's end of the wire.
    fn command(&self, program: impl AsRef<OsStr>, home: &Path) -> Command {
        let mut command = self.network.command(program);
        command.env_clear().envs(self.variables()).env("HOME", home).env("PATH", python::search_path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// The same program beside AWS, for what is asked for the first time: the answers are kept.
    fn near(&self, program: impl AsRef<OsStr>, home: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.account.variables()).env("HOME", home).env("PATH", python::search_path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }
}

fn round_trip() -> Duration {
    let asked = env::var("WIRE_BENCH_ROUND_TRIP").map(|time| time.parse().expect("milliseconds"));
    Duration::from_millis(asked.unwrap_or(ROUND_TRIP))
}

/// The builds to compare: this one, and another where one is named.
fn builds() -> Vec<(&'static str, PathBuf)> {
    let before = env::var_os("WIRE_BENCH_BEFORE").map(|file| ("before", fs::canonicalize(file).unwrap()));
    before.into_iter().chain([("now", program().to_owned())]).collect()
}
