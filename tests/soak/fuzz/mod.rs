//! Fuzzing on the stable toolchain: sound inputs, damaged again and again by a seeded generator. Nothing may panic,
//! and nothing may take long.

mod class;
mod damage;
mod evidence;
mod json;
mod lesson;
mod prose;
mod roster;
mod snapshot;
mod user_data;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use ec_site_tutor_core::lesson::{Lesson, Pack, load};
use ec_site_tutor_testing::program::temporary_folder;

use super::random::Random;

/// The longest that one input may take of a processor, in a build that isn't optimised.
const LONGEST: Duration = Duration::from_secs(10);

/// The lesson.
pub static LESSON: LazyLock<Lesson> =
    LazyLock::new(|| load(&Pack::Embedded, &std::collections::BTreeMap::new()).expect("the embedded lesson is sound"));

/// Something that takes input from outside.
pub struct Target {
    name: &'static str,
    /// Makes an input.
    make: fn(&mut Random) -> Vec<u8>,
    /// Takes it; whether it was accepted.
    take: fn(&[u8]) -> bool,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "evidence", make: evidence::make, take: evidence::take },
    Target { name: "lesson", make: lesson::make, take: lesson::take },
    Target { name: "markdown", make: prose::make, take: prose::take },
    Target { name: "roster", make: roster::make, take: roster::take },
    Target { name: "snapshot", make: snapshot::make, take: snapshot::take },
    Target { name: "user-data", make: user_data::make, take: user_data::take },
];

/// The one of this name.
pub fn target(name: &str) -> &'static Target {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    TARGETS.iter().find(|target| target.name == name).unwrap_or_else(|| panic!("{name} is none of {names:?}"))
}

/// Tries inputs for this long, from this seed on.
pub fn run(target: &Target, seed: u64, time: Duration) {
    let started = Instant::now();
    let (mut inputs, mut accepted, mut slowest) = (0_u64, 0_u64, Duration::ZERO);
    while started.elapsed() < time {
        let (was_accepted, took) = again(target, seed.wrapping_add(inputs));
        inputs += 1;
        accepted += u64::from(was_accepted);
        slowest = slowest.max(took);
    }
    println!(
        "fuzz {}: {inputs} inputs in {:.0} s from seed {seed}, {accepted} accepted, no panic, slowest {slowest:.2?}",
        target.name,
        started.elapsed().as_secs_f64()
    );
}

/// Tries the input of this seed; whether it was accepted, and how long that took.
pub fn again(target: &Target, seed: u64) -> (bool, Duration) {
    let input = (target.make)(&mut Random::of(seed));
    // For when the whole process goes down.
    let last = temporary_folder().join(format!("fuzz-{}", target.name));
    fs::write(&last, &input).expect("the folder for temporary files");
    let before = processor_time();
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.take)(&input)));
    let took = processor_time().saturating_sub(before);
    let repeat = format!("`-- fuzz {} again {seed}`, input {}", target.name, last.display());
    let accepted = outcome.unwrap_or_else(|_| panic!("{repeat} panics"));
    assert!(took < LONGEST, "{repeat} takes {took:?}");
    (accepted, took)
}

/// What this thread has had of a processor, so that a busy machine doesn't count; where the system doesn't tell that, time.
/// <https://docs.kernel.org/scheduler/sched-stats.html>
fn processor_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
