//! The same script to bash and to the tutor.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use ec_site_tutor_core::verify::Status;

use super::generator::{Random, damaged, script};
use super::judge::judge;
use super::sandbox::{Outcome, Sandbox};
use super::script::Layout;

/// How often a disagreement is tried again: what depends on who is faster is none.
const REPEATS: usize = 3;

/// Sandboxes at once: each mostly waits for its script.
const WORKERS: usize = 3;
/// Constructs that can't be followed, of which so many are named.
const CONSTRUCTS: usize = 15;

/// How many scripts ended how.
#[derive(Default)]
struct Tally {
    deploys: usize,
    fails: usize,
    manual: usize,
    constructs: BTreeMap<String, usize>,
    disagreements: usize,
    last: Duration,
}

/// A seed that no earlier run had.
pub fn by_the_clock() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    since.as_secs() * 1_000_000
}

/// Scripts of the generator.
pub fn generated(time: Duration, seed: u64) {
    run(time, seed, script);
}

/// Scripts of a folder, each with a damage.
pub fn damages(time: Duration, folder: &Path, seed: u64) {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> =
        files.iter().filter_map(|file| fs::read_to_string(file).ok()).filter(|text| text.starts_with("#!")).collect();
    run(time, seed, |random| damaged(&texts[random.below(texts.len())], random));
}

fn run(time: Duration, seed: u64, make: impl Fn(&mut Random) -> String + Sync) {
    let begun = Instant::now();
    let next = AtomicU64::new(0);
    let tally = Mutex::new(Tally::default());
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                let sandbox = Sandbox::new();
                while begun.elapsed() < time {
                    let seed = seed.wrapping_add(next.fetch_add(1, Ordering::Relaxed));
                    let text = make(&mut Random::of(seed));
                    let verdict = try_one(&sandbox, &text, seed);
                    tally.lock().unwrap().count(verdict, begun.elapsed());
                }
            });
        }
    });
    tally.into_inner().unwrap().print(seed, begun.elapsed());
}

impl Tally {
    fn count(&mut self, verdict: Verdict, elapsed: Duration) {
        match verdict {
            Verdict::Manual(construct) => {
                self.manual += 1;
                *self.constructs.entry(construct).or_default() += 1;
            }
            Verdict::Agrees(true) => self.deploys += 1,
            Verdict::Agrees(false) => self.fails += 1,
            Verdict::Disagrees => {
                self.disagreements += 1;
                self.last = elapsed;
            }
        }
    }

    fn print(self, seed: u64, elapsed: Duration) {
        let Self { deploys, fails, manual, disagreements, last, constructs } = self;
        let mut constructs: Vec<_> = constructs.into_iter().collect();
        constructs.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (construct, count) in constructs.iter().take(CONSTRUCTS) {
            println!("not followed, {count} x: {construct}");
        }
        let all = deploys + fails + manual + disagreements;
        println!(
            "differential: {all} scripts in {:.0} s from seed {seed}: {deploys} deploy, {fails} don't, {manual} can't be followed, {disagreements} disagreements; {:.0} s without one",
            elapsed.as_secs_f64(),
            elapsed.saturating_sub(last).as_secs_f64()
        );
        assert_eq!(disagreements, 0, "bash and the tutor disagree");
    }
}

/// What became of one script.
enum Verdict {
    /// The tutor says that it can't be followed, and what.
    Manual(String),
    /// Both say that it deploys, or that it doesn't.
    Agrees(bool),
    /// They contradict each other, each time.
    Disagrees,
}

fn try_one(sandbox: &Sandbox, text: &str, seed: u64) -> Verdict {
    let (status, said) = judge(text.as_bytes());
    let expects = match status {
        Status::Passed => true,
        Status::Failed => false,
        _ => return Verdict::Manual(said),
    };
    let mut last = Vec::new();
    for _ in 0..REPEATS {
        last = truths(sandbox, text.as_bytes());
        if last.iter().any(|outcome| !outcome.is_truth) {
            return Verdict::Manual("not to be run in a sandbox".to_owned());
        }
        // A damaged ARN may be that of another secret: what the tutor passes is the one that it names.
        let agrees = |outcome: &Outcome| {
            if expects { outcome.secret.as_ref().is_some_and(|secret| said.contains(secret)) } else { outcome.deploys }
        };
        if last.iter().any(agrees) == expects {
            return Verdict::Agrees(expects);
        }
    }
    report(seed, &said, expects, text, &last);
    Verdict::Disagrees
}

/// What comes of a script on an image of either layout, as far as needed.
fn truths(sandbox: &Sandbox, script: &[u8]) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for layout in Layout::of(script) {
        outcomes.push(sandbox.run(script, layout));
        if outcomes.iter().any(|outcome| outcome.secret.is_some()) {
            break;
        }
    }
    outcomes
}

fn report(seed: u64, said: &str, expects: bool, text: &str, outcomes: &[Outcome]) {
    println!("--- seed {seed}: the tutor {} it ({said}), bash doesn't agree", if expects { "passes" } else { "fails" });
    println!("{text}");
    for outcome in outcomes {
        println!("bash: {}", outcome.record);
    }
}

/// The generated script of a seed.
pub fn again(seed: u64) {
    let text = script(&mut Random::of(seed));
    show(&text);
}

/// A file.
pub fn one(file: &Path) {
    show(&fs::read_to_string(file).unwrap());
}

fn show(text: &str) {
    let (status, said) = judge(text.as_bytes());
    println!("{text}\n--- {status:?}: {said}");
    let sandbox = Sandbox::new();
    for layout in Layout::of(text.as_bytes()) {
        let outcome = sandbox.run(text.as_bytes(), layout);
        println!("--- {layout:?}: {}\n{}", outcome.deploys, outcome.record);
    }
}

/// Writes scripts of the generator with what came of them, for the fixed set.
pub fn record(count: u64, folder: &Path) {
    let sandbox = Sandbox::new();
    let mut truth = String::new();
    fs::create_dir_all(folder.join("scripts")).unwrap();
    for seed in 0..count {
        let text = script(&mut Random::of(seed));
        let deploys = truths(&sandbox, text.as_bytes()).iter().any(|outcome| outcome.deploys);
        let name = format!("{seed:03}.sh");
        fs::write(folder.join("scripts").join(&name), text).unwrap();
        truth.extend([name.as_str(), "\tgenerated\t-\t", if deploys { "deploys" } else { "not" }, "\n"]);
    }
    fs::write(folder.join("truth.tsv"), truth).unwrap();
}
