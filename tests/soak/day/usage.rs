//! What a process takes of the machine, as Linux tells it: <https://man7.org/linux/man-pages/man5/proc.5.html>.

use std::fs;
use std::path::PathBuf;

/// A process at one instant.
#[derive(Clone, Copy, Debug, Default)]
pub struct Usage {
    /// Resident memory in KiB.
    pub memory: u64,
    /// Open files, sockets among them.
    pub files: usize,
    /// Threads.
    pub threads: usize,
    /// How often its threads have gone to sleep of their own accord, and so were woken.
    pub wakes: u64,
    /// Time on a processor, in hundredths of a second.
    pub ticks: u64,
}

impl Usage {
    /// That of the process of this number.
    pub fn of(process: u32) -> Self {
        let folder = PathBuf::from(format!("/proc/{process}"));
        let entries = |name: &str| fs::read_dir(folder.join(name)).expect("the process runs").flatten();
        let status = |file: PathBuf| fs::read_to_string(file.join("status")).unwrap_or_default();
        let threads: Vec<String> = entries("task").map(|thread| status(thread.path())).collect();
        Self {
            memory: number(&status(folder.clone()), "VmRSS:"),
            files: entries("fd").count(),
            threads: threads.len(),
            wakes: threads.iter().map(|thread| number(thread, "voluntary_ctxt_switches:")).sum(),
            ticks: ticks(&fs::read_to_string(folder.join("stat")).expect("the process runs")),
        }
    }
}

/// The number in the line of this name; 0 in that of a thread that has just ended.
fn number(status: &str, name: &str) -> u64 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.map_or(0, |rest| rest.split_whitespace().next().unwrap().parse().unwrap())
}

/// User and system time. They follow the name of the program, which may hold anything, and eleven other fields.
fn ticks(stat: &str) -> u64 {
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11..13].iter().map(|field| field.parse::<u64>().unwrap()).sum()
}
