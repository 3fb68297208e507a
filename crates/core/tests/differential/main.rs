//! Real bash against the interpreter: the same scripts run by both, and no verdict may contradict what was seen.
//!
//! `cargo test --test differential` judges a fixed set of scripts whose truth was recorded. Long runs, which need Linux with user namespaces,
//! unzip and Python 3: `-- differential SECONDS [SEED]` with generated scripts, `-- damages SECONDS DIR` with those of a folder, one damage each;
//! `-- again SEED` repeats one, `-- run FILE` says what comes of one file. `-- constructs` compares the
//! recorded pieces of bash with what bash prints here. `-- --corpus DIR` judges a folder with a `truth.tsv` and prints the matrix.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "only the crate itself is pure: its tests run programs"
)]

mod compare;
mod constructs;
mod corpus;
mod generator;
mod image;
mod judge;
mod sandbox;
mod script;
mod stand_in;

use std::env;
use std::path::Path;
use std::time::Duration;

fn main() {
    let mut words = env::args();
    let name = words.next().unwrap_or_default();
    let name = name.rsplit('/').next().unwrap_or_default().to_owned();
    let arguments: Vec<String> = words.collect();
    if Path::new("/.sandbox").exists() && name != "program" {
        stand_in::act(&name, &arguments);
    }
    let seconds = |text: &str| Duration::from_secs(text.parse().expect("how many seconds"));
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["supervise"] => sandbox::supervise(),
        ["differential", time] => compare::generated(seconds(time), compare::by_the_clock()),
        ["differential", time, seed] => compare::generated(seconds(time), seed.parse().expect("a seed")),
        ["damages", time, folder] => compare::damages(seconds(time), Path::new(folder), compare::by_the_clock()),
        ["damages", time, folder, seed] => {
            compare::damages(seconds(time), Path::new(folder), seed.parse().expect("a seed"));
        }
        ["again", seed] => compare::again(seed.parse().expect("a seed")),
        ["run", file] => compare::one(Path::new(file)),
        ["record", count, folder] => compare::record(count.parse().expect("how many"), Path::new(folder)),
        ["constructs"] => constructs::by_bash(),
        ["--corpus", folder] => corpus::matrix(Path::new(folder)),
        // The harness's own arguments, such as a filter for tests that are none of these.
        [filter, ..] if !"differential".contains(filter) && !filter.starts_with('-') => {
            println!("nothing here is called {filter}");
        }
        _ => {
            corpus::no_verdict_contradicts_the_record();
            constructs::every_construct_is_followed();
        }
    }
}
