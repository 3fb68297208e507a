//! What is measured, row by row.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use ec_site_tutor_testing::bench::Traffic;
use ec_site_tutor_testing::program::Terminal;
use ec_site_tutor_testing::python;

use super::{Stage, builds, round_trip};

/// Each is measured so often, and the middle is told.
const ROUNDS: usize = 5;
/// Looks of a tutor, after its first.
const FURTHER: usize = 4;
const LEARNERS: usize = 40;
const CROWD: usize = 20_000;
const LESSON: &str = "Before you start";

/// What was measured of one run.
struct Run {
    took: Duration,
    /// From the start until AWS's last answer left, half a round trip before it comes.
    aws: Duration,
    traffic: Traffic,
}

pub fn print(stage: &Stage<'_>) {
    println!("A round trip takes {} ms", round_trip().as_millis());
    println!(
        "{:42} {:>9} {:>12} {:>11} {:>7} {:>15} {:>10}",
        "", "time", "round trips", "AWS's part", "calls", "new connections", "KB"
    );
    for (name, program) in builds() {
        checks(stage, name, &program);
        tutor(stage, name, &program);
        class(stage, name, &program);
        crowded(stage, name, &program);
    }
    others(stage);
}

/// Whole processes of `check`: one that begins from nothing, and the next one in the same home.
fn checks(stage: &Stage<'_>, name: &str, program: &Path) {
    let mut runs = [const { Vec::new() }; 2];
    for round in 0..=ROUNDS {
        let home = stage.home();
        let check = || {
            let mut command = stage.command(program, home.path());
            command.args(["check", "--json"]);
            command
        };
        if round == 0 {
            // What isn't known yet is asked beside AWS, and its answer kept.
            (0..2).for_each(|_| ends(stage.near(program, home.path()).args(["check", "--json"])));
            continue;
        }
        for runs in &mut runs {
            runs.push(measured(stage, || ends(&mut check())));
        }
    }
    let [cold, second] = runs;
    row(&format!("{name}: check, cold"), cold);
    row(&format!("{name}: check, a second process"), second);
}

/// The tutor on its screen: from the key to the results.
fn tutor(stage: &Stage<'_>, name: &str, program: &Path) {
    let mut looks = [const { Vec::new() }; FURTHER + 1];
    for _ in 0..ROUNDS {
        let home = stage.home();
        let mut terminal = started(stage, program, home.path());
        terminal.press("c");
        terminal.shows(&["Describe, Get"]);
        for (look, runs) in looks.iter_mut().enumerate() {
            runs.push(measured(stage, || {
                terminal.press(if look == 0 { "y" } else { "c" });
                terminal.shows(&["Checking your account"]);
                terminal.until("results", |screen| !screen.contains("Checkingyouraccount"));
            }));
        }
    }
    for (look, runs) in looks.into_iter().enumerate() {
        row(&format!("{name}: the tutor, look {}", look + 1), runs);
    }
}

/// The tutor past its welcome, who it looks as known.
fn started(stage: &Stage<'_>, program: &Path, home: &Path) -> Terminal {
    let mut arguments = stage.network.entry().to_vec();
    arguments.extend([program.display().to_string(), "--lang".to_owned(), "en".to_owned()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let variables = stage.variables();
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut terminal = Terminal::start_other(Path::new("/usr/bin/nsenter"), home, 120, 40, &arguments, &variables);
    terminal.shows(&["1/20", "Enter"]);
    terminal.press("\r");
    terminal.shows(&[LESSON, &stage.account.number]);
    terminal
}

/// A check of an account with much besides the lab.
fn crowded(stage: &Stage<'_>, name: &str, program: &Path) {
    stage.front.crowd(CROWD);
    let home = stage.home();
    (0..2).for_each(|_| ends(stage.near(program, home.path()).args(["check", "--json"])));
    let home = stage.home();
    let check = || measured(stage, || ends(stage.command(program, home.path()).args(["check", "--json"])));
    row(&format!("{name}: check, {CROWD} others, cold"), vec![check()]);
    row(&format!("{name}: check, {CROWD} others, second"), vec![check()]);
    stage.front.crowd(0);
}

/// A class whose learners' roles are all in one account: its answers are those that are kept.
fn class(stage: &Stage<'_>, name: &str, program: &Path) {
    let home = stage.home();
    let account = &stage.account.number;
    let roster = (0..LEARNERS).fold(String::new(), |mut roster, number| {
        let role = format!("arn:aws:iam::{account}:role/learner-{number}");
        let _ = writeln!(roster, "[[learner]]\nname = \"learner {number}\"\nid = \"l{number}\"\nrole_arn = \"{role}\"");
        roster
    });
    let file = home.path().join("class.toml");
    fs::write(&file, roster).unwrap();
    let read = |mut command: Command| {
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let output = command.arg("class").arg(&file).arg("--json").output().unwrap();
        let rows = String::from_utf8(output.stdout).unwrap();
        let unread = rows.lines().find(|row| !row.contains("\"unread\":null"));
        let is_whole = rows.lines().count() >= LEARNERS && unread.is_none();
        assert!(is_whole, "{unread:?}\n{}", String::from_utf8_lossy(&output.stderr));
    };
    read(stage.near(program, home.path()));
    let home = stage.home();
    let run = measured(stage, || read(stage.command(program, home.path())));
    row(&format!("{name}: class, {LEARNERS} accounts, 24 at once"), vec![run]);
}

/// The same reads by boto3 and the AWS CLI.
fn others(stage: &Stage<'_>) {
    let home = stage.home();
    let port = stage.front.address.port().to_string();
    let script = |name: &str| format!("{}/benches/{name}", env!("CARGO_MANIFEST_DIR"));
    for (name, program, arguments) in [
        ("boto3, one after the other", "python", vec![script("check/sequential.py"), port.clone()]),
        ("boto3, 20 threads, two waves", "python", vec![script("wire/threads.py"), port.clone()]),
        ("AWS CLI, a process a call", "bash", vec![script("check/sequential.sh"), port.clone()]),
    ] {
        let program = if program == "python" { python::programs().join(program) } else { program.into() };
        ends(stage.near(&program, home.path()).args(&arguments));
        row(name, vec![measured(stage, || ends(stage.command(&program, home.path()).args(&arguments)))]);
    }
}

/// Runs a program to its end, which must be a good one.
fn ends(command: &mut Command) {
    let status = command.status().unwrap();
    assert!(status.success(), "{command:?}: {status}");
}

fn measured(stage: &Stage<'_>, run: impl FnOnce()) -> Run {
    stage.front.traffic();
    let begun = Instant::now();
    run();
    let (took, traffic) = (begun.elapsed(), stage.front.traffic());
    let aws = traffic.answered.map_or(Duration::ZERO, |answered| answered - begun);
    Run { took, aws, traffic }
}

fn row(name: &str, mut runs: Vec<Run>) {
    runs.sort_by_key(|run| run.took);
    let Run { took, aws, traffic } = &runs[runs.len() / 2];
    let trips = |time: Duration| time.as_secs_f64() / round_trip().as_secs_f64();
    let (calls, connections, bytes) = (traffic.requests, traffic.connections, traffic.bytes / 1000);
    let (whole, aws) = (trips(*took), trips(*aws));
    println!("{name:42} {:>6} ms {whole:>12.2} {aws:>11.2} {calls:>7} {connections:>15} {bytes:>10}", took.as_millis());
}
