//! How much work something is, whatever else the machine does.

use std::fs;
use std::time::{Duration, Instant};

/// How long the processor worked for `job`: other programs don't disturb that. Where the system doesn't tell, how long
/// it took.
pub fn cpu_time_of(job: impl FnOnce()) -> Duration {
    let (before, started) = (cpu_time(), Instant::now());
    job();
    match (before, cpu_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => started.elapsed(),
    }
}

/// The processor time of this thread: <https://docs.kernel.org/scheduler/sched-stats.html>.
fn cpu_time() -> Option<Duration> {
    // Only with the next turn it is counted up to now.
    std::thread::yield_now();
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
