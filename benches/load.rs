//! How exactly the generator keeps its schedule, and what that costs, beside `oha` and `hey` where they are installed:
//! `cargo bench --bench load`. Measures, judges nothing. All send to one server on loopback, which notes when each request
//! arrives; each is a process of its own, so that only its own time and memory are counted, from Linux's `/proc`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench reports by panicking")]

use std::future::pending;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::ops::ControlFlow;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use ec_site_tutor::load::Plan;
use ec_site_tutor::load::site::{Target, run};

/// `port count millis`: be the generator.
const SEND: &str = "LOAD_BENCH_SEND";
/// The lesson's pace, and one sixty times as quick; ten seconds of each.
const PLANS: [(u32, u64); 2] = [(84, 120), (5000, 2)];
/// Each is measured so often, in turn, since other work on the machine disturbs them alike.
const ROUNDS: usize = 3;
/// `/proc` counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);
/// How often a process is looked at; what it does after the last look isn't counted.
const LOOK: Duration = Duration::from_millis(20);
/// A generator that takes longer is ended.
const LONGEST: Duration = Duration::from_secs(30);

type Arrivals = Arc<Mutex<Vec<Instant>>>;

fn main() {
    if let Ok(order) = env::var(SEND) {
        return send(&order);
    }
    let arrivals = Arrivals::default();
    let port = serve(&arrivals);
    println!(
        "{:12} {:>8} {:>6} {:>9} {:>9} {:>9} {:>8} {:>8}",
        "", "rate", "got", "p50", "p99", "max", "CPU", "memory"
    );
    for (count, millis) in PLANS {
        for _ in 0..ROUNDS {
            for (name, command) in generators(port, count, millis) {
                measure(name, command, &arrivals, count, Duration::from_millis(millis));
            }
        }
    }
}

/// The generators: this program's own, and the others where they can be started.
fn generators(port: u16, count: u32, millis: u64) -> Vec<(&'static str, Command)> {
    let (rate, count, url) = (1000.0 / to_f64(millis), count.to_string(), format!("http://127.0.0.1:{port}/"));
    let mut own = Command::new(env::current_exe().unwrap());
    own.env(SEND, format!("{port} {count} {millis}"));
    let mut oha = Command::new("oha");
    let quiet = ["--no-tui", "--output-format", "quiet", "--latency-correction", "-c", "20"];
    oha.args(quiet).args(["-q", &format!("{rate:.4}"), "-n", &count, &url]);
    // Its rate is one of each worker: one worker keeps it as exactly as it can.
    let mut hey = Command::new("hey");
    hey.args(["-c", "1", "-q", &format!("{rate:.4}"), "-n", &count, &url]);
    vec![("ec-site-tutor", own), ("oha", oha), ("hey", hey)]
}

fn to_f64(millis: u64) -> f64 {
    f64::from(u32::try_from(millis).unwrap())
}

fn measure(name: &str, mut command: Command, arrivals: &Arrivals, count: u32, interval: Duration) {
    arrivals.lock().unwrap().clear();
    let Ok(mut child) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else { return };
    let (cpu, memory) = watch(&mut child);
    let arrived = std::mem::take(&mut *arrivals.lock().unwrap());
    let late = deviations(&arrived, interval);
    let at = |share: usize| late.get((late.len() * share / 100).min(late.len().saturating_sub(1))).copied();
    let [p50, p99, max] = [50, 99, 100].map(|share| format!("{:.2?}", at(share).unwrap_or_default()));
    println!(
        "{name:12} {:>6.1}/s {:>6} {p50:>9} {p99:>9} {max:>9} {:>6}ms {:>5} KB",
        1.0 / interval.as_secs_f64(),
        format!("{}/{count}", arrived.len()),
        cpu.as_millis(),
        memory,
    );
}

/// Processor time and the most memory of a process until it ends.
fn watch(child: &mut Child) -> (Duration, u64) {
    let (mut cpu, mut memory) = (Duration::ZERO, 0);
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        cpu = cpu_of(child.id()).unwrap_or(cpu);
        memory = memory_of(child.id()).unwrap_or(memory);
        if began.elapsed() > LONGEST {
            child.kill().unwrap();
        }
        thread::sleep(LOOK);
    }
    (cpu, memory)
}

/// User and system time, fields 14 and 15 of `stat`; the name before them may hold blanks, but ends with a bracket.
fn cpu_of(process: u32) -> Option<Duration> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field - 3)?.parse::<u32>().ok();
    Some(TICK * (ticks(14)? + ticks(15)?))
}

/// The highest resident size in kilobytes.
fn memory_of(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// How far each arrival is from a schedule of this interval, shortest first. The schedule lies where half of them come
/// later: when a generator begins is its own affair.
fn deviations(arrived: &[Instant], interval: Duration) -> Vec<Duration> {
    let Some(first) = arrived.first() else { return Vec::new() };
    let offset = |(index, at): (usize, &Instant)| {
        at.duration_since(*first).as_secs_f64() - f64::from(u32::try_from(index).unwrap()) * interval.as_secs_f64()
    };
    let mut offsets: Vec<f64> = arrived.iter().enumerate().map(offset).collect();
    offsets.sort_by(f64::total_cmp);
    let middle = offsets[offsets.len() / 2];
    let mut late: Vec<Duration> =
        offsets.iter().map(|offset| Duration::from_secs_f64((offset - middle).abs())).collect();
    late.sort();
    late
}

/// Sends as the tutor does.
fn send(order: &str) {
    let order: Vec<u64> = order.split(' ').map(|number| number.parse().unwrap()).collect();
    let port = u16::try_from(order[0]).unwrap();
    let plan = Plan::new(u32::try_from(order[1]).unwrap(), Duration::from_millis(order[2])).unwrap();
    let host = format!("127.0.0.1:{port}");
    let target = Target { host, port, path: "/".into(), addresses: vec![Ipv4Addr::LOCALHOST.into()] };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(run(&plan, &target, pending(), |_| ControlFlow::Continue(())));
}

/// Answers every request at once, from threads of its own; the port.
fn serve(arrivals: &Arrivals) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let arrivals = Arc::clone(arrivals);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let arrivals = Arc::clone(&arrivals);
            thread::spawn(move || answer(stream, &arrivals));
        }
    });
    port
}

fn answer(mut stream: TcpStream, arrivals: &Arrivals) -> Option<()> {
    let (mut head, mut buffer) = (Vec::new(), [0; 1024]);
    loop {
        let count = stream.read(&mut buffer).ok().filter(|count| *count > 0)?;
        head.extend_from_slice(&buffer[..count]);
        if head.ends_with(b"\r\n\r\n") {
            arrivals.lock().unwrap().push(Instant::now());
            head.clear();
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nshop").ok()?;
        }
    }
}
