//! The tutor in a real pseudo-terminal: `cargo build --release --example hello_world`, then `cargo bench --bench terminal`.
//! How soon its first frame comes, beside a bare program on ratatui; how soon keys are answered while a check runs;
//! what memory a session takes, and what waiting costs. Prints a table, judges nothing. `TERMINAL_BENCH_WAIT=600` waits ten minutes instead
//! of one. Wants what the end-to-end tests want: bash, curl and Python.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench reports by panicking")]

use std::env;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use ec_site_tutor_testing::aws::Account;
use ec_site_tutor_testing::bench::process::{cpu_of_threads, peak_memory, wakes};
use ec_site_tutor_testing::bench::{Replay, lab};
use ec_site_tutor_testing::program::{Terminal, program, set_values};

/// How often a first frame is waited for.
const STARTS: usize = 21;
/// How often a key is pressed while a check runs.
const KEYS: usize = 60;
const BETWEEN_KEYS: Duration = Duration::from_millis(20);
/// A check lasts seconds with answers that come so late.
const LATE: Duration = Duration::from_millis(200);
/// What is none of the lab's in a large account.
const OTHERS: usize = 20_000;
const CHECKS: usize = 5;
/// What the tutor may still do after a key or a check, before it counts as waiting.
const SETTLING: Duration = Duration::from_secs(3);
/// The first step's title in both languages.
const TITLES: [&str; 2] = ["Before you start", "はじめる前に"];

fn main() {
    let front = Replay::bind();
    let lab = lab::finished(front.address.port());
    front.pass_on_to(lab.account.endpoint);
    let stage = Stage { account: lab.account.at(front.address), front };
    first_frame(&stage);
    keys(&stage);
    memory(&stage);
    waiting(&stage);
}

struct Stage {
    account: Account,
    front: Replay,
}

impl Stage {
    /// A home with the lab's settings.
    fn home(&self) -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        set_values(&home.path().join("config"), &lab::values(self.front.address.port(), &self.account.number));
        home
    }

    /// The tutor on the account, started but not waited for.
    fn start(&self, home: &Path) -> Terminal {
        let variables = self.account.variables();
        let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Terminal::start(home, 120, 40, &["--lang", "en"], &variables)
    }

    /// The tutor on the account after its first check, with its list of steps on the screen.
    fn tutor(&self, home: &Path) -> Terminal {
        let mut terminal = self.start(home);
        terminal.shows(&["20", "Enter"]);
        terminal.press("\r");
        terminal.shows(&[TITLES[0], &self.account.number]);
        terminal.press("c");
        terminal.shows(&["Describe, Get"]);
        terminal.press("y");
        terminal.shows(&[TITLES[0]]);
        sleep(SETTLING);
        terminal
    }
}

fn demo(home: &Path) -> Terminal {
    Terminal::start(home, 120, 40, &["--demo", "--lang", "en"], &[])
}

/// The program beside this one that cargo builds from `examples/hello_world.rs`.
fn hello_world() -> PathBuf {
    let program = program().with_file_name("examples").join("hello_world");
    assert!(program.exists(), "first: cargo build --release --example hello_world");
    program
}

fn first_frame(stage: &Stage) {
    println!("First frame");
    println!("{:34} {:>9} {:>12} {:>7}", "", "middle", "hello worlds", "limit");
    let (hello, home) = (hello_world(), stage.home());
    let mut taken = [const { Vec::new() }; 3];
    for _ in 0..STARTS {
        let timed = |start: &dyn Fn() -> Terminal, text: &str| {
            let begun = Instant::now();
            let terminal = start();
            terminal.shows(&[text]);
            begun.elapsed()
        };
        taken[0].push(timed(&|| Terminal::start_other(&hello, home.path(), 120, 40, &[], &[]), "Hello, world"));
        taken[1].push(timed(&|| demo(home.path()), "20"));
        taken[2].push(timed(&|| stage.start(home.path()), "20"));
    }
    let middles = taken.map(|mut taken| {
        taken.sort();
        taken[STARTS / 2]
    });
    for (name, took, limit) in
        [("hello world", middles[0], ""), ("--demo", middles[1], "3.00"), ("on an account", middles[2], "3.00")]
    {
        let times = took.as_secs_f64() / middles[0].as_secs_f64();
        println!("{name:34} {:>6.1} ms {times:>12.2} {limit:>7}", millis(took));
    }
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// From a key that changes the language to the window in the other one.
fn keys(stage: &Stage) {
    println!("\nKeys while a check runs (limit: a frame, 16.7 ms)");
    println!("{:34} {:>9} {:>9} {:>9}", "", "p50", "p95", "max");
    for (name, others, is_checking) in
        [("no check", 0, false), ("a check", 0, true), ("a check of a large account", OTHERS, true)]
    {
        let home = stage.home();
        let mut terminal = stage.tutor(home.path());
        stage.front.crowd(others);
        stage.front.delay(LATE);
        if is_checking {
            terminal.press("c");
        }
        let mut taken: Vec<Duration> =
            (0..KEYS).map(|number| answered(&mut terminal, TITLES[(number + 1) % 2])).collect();
        taken.sort();
        let [p50, p95, max] = [KEYS / 2, KEYS * 95 / 100, KEYS - 1].map(|index| millis(taken[index]));
        println!("{name:34} {p50:>6.2} ms {p95:>6.2} ms {max:>6.2} ms");
        stage.front.delay(Duration::ZERO);
        stage.front.crowd(0);
    }
}

fn answered(terminal: &mut Terminal, title: &str) -> Duration {
    sleep(BETWEEN_KEYS);
    let begun = Instant::now();
    terminal.press("l");
    terminal.shows(&[title]);
    begun.elapsed()
}

fn memory(stage: &Stage) {
    println!("\nPeak memory of a session with {CHECKS} checks");
    for (name, others, limit) in [("the lab alone", 0, "40 MB"), ("and 20,000 other resources", OTHERS, "80 MB")] {
        let home = stage.home();
        let mut terminal = stage.tutor(home.path());
        stage.front.crowd(others);
        for _ in 0..CHECKS {
            terminal.press("c");
            sleep(SETTLING);
        }
        println!("{name:34} {:>6.1} MB   limit {limit}", peak_memory(&terminal.id().to_string()));
        stage.front.crowd(0);
    }
}

/// What happens without a key.
fn waiting(stage: &Stage) {
    let seconds: u64 = env::var("TERMINAL_BENCH_WAIT").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(60);
    println!("\nWaiting, over {seconds} s (limit: 50 ms of processor time in 10 minutes; no wake-up without a reason)");
    println!("{:34} {:>9} {:>9} {:>15} {:>15}", "", "wake-ups", "calls", "processor time", "in 10 minutes");
    let homes = [stage.home(), stage.home(), stage.home()];
    let mut list = demo(homes[0].path());
    list.shows(&["20", "Enter"]);
    let mut step = demo(homes[1].path());
    step.shows(&["20", "Enter"]);
    step.press("\r");
    step.shows(&[TITLES[0]]);
    step.press("\r");
    step.shows(&["Goal"]);
    let mut account = stage.tutor(homes[2].path());
    account.press("\r");
    account.shows(&["Goal"]);
    for (name, terminal) in
        [("demo, welcome", &mut list), ("demo, a step", &mut step), ("account, a step", &mut account)]
    {
        sleep(SETTLING);
        stage.front.traffic();
        let process = terminal.id();
        let before = (wakes(process), cpu_of_threads(process));
        sleep(Duration::from_secs(seconds));
        let woken = wakes(process) - before.0;
        let cpu = millis(cpu_of_threads(process).saturating_sub(before.1));
        let (calls, scaled) =
            (stage.front.traffic().requests, cpu * 600.0 / f64::from(u32::try_from(seconds).unwrap()));
        println!("{name:34} {woken:>9.0} {calls:>9} {cpu:>12.1} ms {scaled:>12.1} ms");
    }
}
