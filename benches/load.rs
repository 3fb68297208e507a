//! How exactly the generator keeps its schedule, and what that costs: `cargo bench --bench load`. Measures, judges
//! nothing. The server on loopback is a process of its own, so that only the generator's time is counted.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench reports by panicking")]

use std::future::pending;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::ops::ControlFlow;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use ec_site_tutor::load::{Plan, Target, run};

const SERVE: &str = "LOAD_BENCH_SERVE";
/// The lesson's pace, and one sixty times as quick; ten seconds of each.
const PLANS: [(u32, u64); 2] = [(83, 120), (5000, 2)];

fn main() {
    if env::var_os(SERVE).is_some() {
        return serve();
    }
    let mut server = Command::new(env::current_exe().unwrap()).env(SERVE, "1").stdout(Stdio::piped()).spawn().unwrap();
    let mut port = String::new();
    let mut output = std::io::BufReader::new(server.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut output, &mut port).unwrap();
    for (count, millis) in PLANS {
        measure(port.trim().parse().unwrap(), count, Duration::from_millis(millis));
    }
    server.kill().unwrap();
    server.wait().unwrap();
}

fn measure(port: u16, count: u32, interval: Duration) {
    let plan = Plan::new(count, interval).unwrap();
    let host = format!("127.0.0.1:{port}");
    let target = Target { host, port, path: "/".into(), addresses: vec![Ipv4Addr::LOCALHOST.into()] };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let before = cpu_time();
    let (ending, figures) = runtime.block_on(run(&plan, &target, pending(), |_| ControlFlow::Continue(())));
    let cpu = cpu_time().saturating_sub(before);
    println!(
        "{:.1}/s: {ending:?}, {} sent, {} left out; late {:?}; answers {:?}; CPU {cpu:?}, {:?} a request",
        plan.per_minute() / 60.0,
        figures.sent,
        figures.skipped,
        figures.lateness,
        figures.overall,
        cpu / count,
    );
}

/// The time that this thread has run, from Linux; nothing elsewhere.
fn cpu_time() -> Duration {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|nanos| nanos.parse().ok()).unwrap_or(0))
}

/// Answers every request at once, and tells the port.
fn serve() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    for stream in listener.incoming().flatten() {
        thread::spawn(move || answer(stream));
    }
}

fn answer(mut stream: TcpStream) -> Option<()> {
    let (mut head, mut buffer) = (Vec::new(), [0; 1024]);
    loop {
        let count = stream.read(&mut buffer).ok().filter(|count| *count > 0)?;
        head.extend_from_slice(&buffer[..count]);
        if head.ends_with(b"\r\n\r\n") {
            head.clear();
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nshop").ok()?;
        }
    }
}
