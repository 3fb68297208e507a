//! Hostile strings, and texts of any length, through every way in and out of the library; what only the whole program
//! shows (arguments, environment, files) is in `tests/hostile/`.

mod account;
mod accounts;
mod harmless;
mod long;
mod poison;
mod strings;

use std::fs;
use std::time::{Duration, Instant};

pub use accounts::{poisoned, row};
pub use harmless::assert_text;
pub use strings::{HOSTILE, acting, all};

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
