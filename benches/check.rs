//! What a check of the whole lab takes, beside the same reads by boto3 and by the AWS CLI, one after the other:
//! `cargo bench --bench check`. Everything goes through a front that answers 200 ms late, or at once where processor time
//! is measured; and once the account has 20,000 resources that are none of the lab's. Prints a table, judges nothing but
//! that the lab is really checked. Wants what the end-to-end tests want: bash, curl and Python.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench reports by panicking")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io};

use ec_site_tutor::account::Source;
use ec_site_tutor::account::aws::{Reader, Settings};
use ec_site_tutor::lesson::{Pack, load};
use ec_site_tutor::look::look;
use ec_site_tutor::verify::Status;
use ec_site_tutor_testing::aws::Account;
use ec_site_tutor_testing::bench::process::{self, cpu_of_children, peak_memory};
use ec_site_tutor_testing::bench::{Replay, Traffic, lab};
use ec_site_tutor_testing::program::set_values;
use ec_site_tutor_testing::python;
use jiff::Timestamp;

/// Port and account: be a tutor that looks each time that it reads a line.
const LOOKS: &str = "CHECK_BENCH_LOOKS";
const PROGRAM: &str = env!("CARGO_BIN_EXE_ec-site-tutor");
/// How late an answer comes: a round trip.
const ROUND_TRIP: Duration = Duration::from_millis(200);
/// Each is measured so often where the middle is told.
const ROUNDS: usize = 5;
/// Processor time is counted in hundredths of a second, so it is measured over so many runs.
const RUNS: u32 = 20;
/// Of boto3 and the AWS CLI, which take much more of it.
const SLOW_RUNS: u32 = 3;
const CROWDS: [usize; 4] = [0, 5_000, 10_000, 20_000];

fn main() {
    if let Ok(order) = env::var(LOOKS) {
        return be_a_tutor(&order);
    }
    let front = Replay::bind();
    let lab = lab::finished(front.address.port());
    front.pass_on_to(lab.account.endpoint);
    let home = tempfile::tempdir().unwrap();
    set_values(&home.path().join(".config"), &lab::values(front.address.port(), &lab.account.number));
    let stage = Stage { account: lab.account.at(front.address), front, home: home.path() };
    for mut command in [stage.program(), stage.boto3(), stage.cli()] {
        run(&mut command);
    }
    round_trips(&stage);
    processor(&stage);
    memory(&stage);
}

/// Where everything is measured.
struct Stage<'a> {
    account: Account,
    front: Replay,
    home: &'a Path,
}

impl Stage<'_> {
    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.account.variables()).env("HOME", self.home).env("PATH", python::search_path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// The whole program, from its start to its end.
    fn program(&self) -> Command {
        let mut command = self.command(PROGRAM);
        command.args(["check", "--json"]);
        command
    }

    fn boto3(&self) -> Command {
        let mut command = self.command(python::programs().join("python"));
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/check/sequential.py"));
        command.arg(self.front.address.port().to_string());
        command
    }

    fn cli(&self) -> Command {
        let mut command = self.command("bash");
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/check/sequential.sh"));
        command.arg(self.front.address.port().to_string());
        command
    }

    fn tutor(&self) -> Tutor {
        let mut command = self.command(env::current_exe().unwrap());
        let order = format!("{} {}", self.front.address.port(), self.account.number);
        let mut child = command.env(LOOKS, order).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let orders = child.stdin.take().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines();
        Tutor { child, orders, said }
    }
}

/// A process that keeps its connection to AWS from look to look, as the tutor and `check --watch` do.
struct Tutor {
    child: Child,
    orders: ChildStdin,
    said: io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Tutor {
    /// How long a look took.
    fn look(&mut self) -> Duration {
        writeln!(self.orders).unwrap();
        let said = self.said.next().expect("a look ends").unwrap();
        Duration::from_micros(said.parse().unwrap())
    }

    fn peak_memory(&self) -> f64 {
        peak_memory(&self.child.id().to_string())
    }

    fn end(mut self) {
        drop(self.orders);
        assert!(self.child.wait().unwrap().success());
    }
}

fn be_a_tutor(order: &str) {
    let (port, account) = order.split_once(' ').unwrap();
    let values: BTreeMap<String, String> =
        lab::values(port.parse().unwrap(), account).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let lesson = load(&Pack::Embedded, &values).map_err(|error| error.text()).unwrap();
    let source = Source::Aws(Reader::new(Settings::default()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for line in io::stdin().lines() {
        line.unwrap();
        let begun = Instant::now();
        let report = runtime.block_on(look(&source, &lesson, &lesson.scope(), Timestamp::now)).report;
        let took = begun.elapsed();
        let is_done = |status| matches!(status, Status::Passed | Status::Manual);
        let open = report.steps.iter().find(|step| !is_done(step.status));
        assert!(open.is_none(), "the lab isn't seen as finished: {open:?}");
        println!("{}", took.as_micros());
    }
}

fn run(command: &mut Command) -> Duration {
    let begun = Instant::now();
    let status = command.status().unwrap();
    assert!(status.success(), "{command:?}: {status}");
    begun.elapsed()
}

fn round_trips(stage: &Stage<'_>) {
    println!("Through a front that answers {} ms late", ROUND_TRIP.as_millis());
    println!("{:34} {:>9} {:>9} {:>12} {:>7} {:>15}", "", "time", "limit", "round trips", "calls", "new connections");
    stage.front.delay(ROUND_TRIP);
    let looks = ["first look", "second look, ids are known", "third look", "fourth look"];
    let mut taken = vec![Vec::new(); looks.len()];
    for _ in 0..ROUNDS {
        let mut tutor = stage.tutor();
        for taken in &mut taken {
            stage.front.traffic();
            taken.push((tutor.look(), stage.front.traffic()));
        }
        tutor.end();
    }
    for ((name, mut taken), limit) in looks.into_iter().zip(taken).zip(["2.15", "1.15", "1.15", "1.15"]) {
        taken.sort_by_key(|(took, _)| *took);
        let (took, traffic) = taken[ROUNDS / 2];
        row(name, took, limit, traffic);
    }
    for (name, mut command) in [
        ("ec-site-tutor check, whole process", stage.program()),
        ("boto3, whole process", stage.boto3()),
        ("AWS CLI, a process a call", stage.cli()),
    ] {
        stage.front.traffic();
        let took = run(&mut command);
        row(name, took, "", stage.front.traffic());
    }
    stage.front.delay(Duration::ZERO);
}

fn row(name: &str, took: Duration, limit: &str, traffic: Traffic) {
    let trips = took.as_secs_f64() / ROUND_TRIP.as_secs_f64();
    let (requests, connections) = (traffic.requests, traffic.connections);
    println!("{name:34} {:>6} ms {limit:>9} {trips:>12.2} {requests:>7} {connections:>15}", took.as_millis());
}

fn processor(stage: &Stage<'_>) {
    println!("\nProcessor time of a whole check, answers at once");
    println!("{:34} {:>9} {:>14} {:>9}", "", "time", "share of boto3", "limit");
    let cpu = |mut command: Command, runs: u32| {
        let before = cpu_of_children();
        for _ in 0..runs {
            run(&mut command);
        }
        cpu_of_children().saturating_sub(before) / runs
    };
    let boto3 = cpu(stage.boto3(), SLOW_RUNS);
    let rows = [
        ("ec-site-tutor check", cpu(stage.program(), RUNS), "0.33"),
        ("boto3", boto3, ""),
        ("AWS CLI", cpu(stage.cli(), 1), ""),
    ];
    for (name, cpu, limit) in rows {
        let share = cpu.as_secs_f64() / boto3.as_secs_f64();
        println!("{name:34} {:>6} ms {share:>14.3} {limit:>9}", cpu.as_millis());
    }
}

fn memory(stage: &Stage<'_>) {
    println!("\nIn an account with many other resources, answers at once");
    println!(
        "{:>9} {:>10} {:>13} {:>8} {:>11} {:>9} {:>7}",
        "others", "look", "CPU", "calls", "us a thing", "memory", "limit"
    );
    for others in CROWDS {
        stage.front.crowd(others);
        let mut tutor = stage.tutor();
        stage.front.traffic();
        let took = tutor.look();
        let calls = stage.front.traffic().requests;
        let cpu = process::cpu_of(tutor.child.id());
        let each = if others == 0 { 0.0 } else { took.as_secs_f64() * 1e6 / f64::from(u32::try_from(others).unwrap()) };
        let limit = if others == 20_000 { "80 MB" } else { "" };
        let (took, cpu, peak) = (took.as_millis(), cpu.as_millis(), tutor.peak_memory());
        println!("{others:>9} {took:>7} ms {cpu:>10} ms {calls:>8} {each:>11.1} {peak:>6.1} MB {limit:>7}");
        tutor.end();
    }
    stage.front.crowd(0);
}
