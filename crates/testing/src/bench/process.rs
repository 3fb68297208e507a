//! What processes cost, from Linux's `/proc`.

use std::fs;
use std::time::Duration;

/// `/proc` counts processor time in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// Processor time of all children that have ended, to be compared with what it was before.
pub fn cpu_of_children() -> Duration {
    let [user, system] = [16, 17].map(|field| field_of_stat("self", field));
    TICK * (user + system)
}

/// Processor time of a process so far.
pub fn cpu_of(process: u32) -> Duration {
    let [user, system] = [14, 15].map(|field| field_of_stat(&process.to_string(), field));
    TICK * (user + system)
}

/// A number of `stat`; the name before it may hold blanks, but ends with a bracket.
fn field_of_stat(process: &str, field: usize) -> u32 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[field - 3].parse().unwrap()
}

/// The most memory that a process has had, in megabytes.
pub fn peak_memory(process: &str) -> f64 {
    status(process, "VmHWM:") / 1024.0
}

/// Processor time of a process, over the threads that it has at the moment, to the nanosecond.
pub fn cpu_of_threads(process: u32) -> Duration {
    let nanoseconds = |thread: String| {
        let counted = fs::read_to_string(format!("/proc/{thread}/schedstat")).unwrap();
        counted.split_whitespace().next().unwrap().parse::<u64>().unwrap()
    };
    Duration::from_nanos(threads(process).map(nanoseconds).sum())
}

/// How often a process has woken up, over the threads that it has at the moment.
pub fn wakes(process: u32) -> f64 {
    threads(process).map(|thread| status(&thread, "voluntary_ctxt_switches:")).sum()
}

fn threads(process: u32) -> impl Iterator<Item = String> {
    let folder = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    folder.flatten().map(move |thread| format!("{process}/task/{}", thread.file_name().display()))
}

fn status(process: &str, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}
