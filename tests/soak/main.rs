//! What takes long: kills in mid-write, fuzzing, and a day of the real program. Without arguments a short run of
//! everything, as `cargo test` does it; `cargo test --test soak -- kills progress 2000`, `... fuzz snapshot 300` and `... day 60`
//! are the long ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

mod day;
mod fuzz;
mod kills;

use std::env;
use std::time::Duration;

use ec_site_tutor_testing::random;

/// Enough to notice a write that isn't atomic, which loses something in every second kill.
const FEW_KILLS: usize = 100;
const SHORT_FUZZ: Duration = Duration::from_secs(2);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["writer", kept, folder] => kills::write_until_killed(kills::kept(kept), folder.as_ref()),
        ["kills", kept, count] => kills::run(kills::kept(kept), count.parse().expect("how many kills")),
        ["day", minutes] => day::run(Duration::from_mins(minutes.parse().expect("how many minutes"))),
        ["fuzz", target, seconds] => {
            let time = Duration::from_secs(seconds.parse().expect("how many seconds"));
            fuzz::run(fuzz::target(target), random::by_the_clock(), time);
        }
        ["fuzz", target, "again", seed] => {
            println!("{:?}", fuzz::again(fuzz::target(target), seed.parse().expect("a seed")));
        }
        // The harness's own arguments, such as a filter for tests that are none of these.
        [filter, ..] if !"soak".contains(filter) => println!("nothing here is called {filter}"),
        _ => all_in_short(),
    }
}

fn all_in_short() {
    for kept in kills::ALL {
        kills::run(kept, FEW_KILLS);
    }
    day::run(Duration::ZERO);
    for target in fuzz::TARGETS {
        fuzz::run(target, 0, SHORT_FUZZ);
    }
}
