//! A tutor is killed in mid-write, again and again: what it had saved is still there, and can be read.

mod history;
mod progress;
mod simulated;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::random::{Random, by_the_clock};

/// From a first write to the kill, at most; a write takes about a millisecond.
const LONGEST_LIFE_MICROS: usize = 20_000;
const START_LIMIT: Duration = Duration::from_secs(30);
/// The file, its lock, and what the last kill left.
const MOST_FILES: usize = 3;

/// Something that the program keeps.
pub struct Kept {
    name: &'static str,
    /// Saves it with a number that grows, without a pause, and says each number once it is saved.
    write: fn(&Path, &mut dyn FnMut(u64)),
    /// The number of the last save that is there.
    saved: fn(&Path) -> Result<u64, String>,
    /// Tidies up before the next life.
    tidy: fn(&Path),
}

/// All of it.
pub const ALL: &[Kept] = &[
    Kept { name: "progress", write: progress::write, saved: progress::saved, tidy: |_| {} },
    Kept { name: "demo", write: simulated::write, saved: simulated::saved, tidy: |_| {} },
    Kept { name: "class", write: history::write, saved: history::saved, tidy: history::shorten },
];

/// The one of this name.
pub fn kept(name: &str) -> &'static Kept {
    let names: Vec<&str> = ALL.iter().map(|kept| kept.name).collect();
    ALL.iter().find(|kept| kept.name == name).unwrap_or_else(|| panic!("{name} is none of {names:?}"))
}

/// Writes until it is killed.
pub fn write_until_killed(kept: &Kept, folder: &Path) {
    (kept.write)(folder, &mut |number| {
        let mut output = std::io::stdout().lock();
        writeln!(output, "{number}").and_then(|()| output.flush()).expect("somebody listens");
    });
}

/// An instant that tells a number.
fn at(number: u64) -> Timestamp {
    Timestamp::from_second(i64::try_from(number).unwrap()).unwrap()
}

/// Kills a writer `count` times at random instants, and reads what each left.
pub fn run(kept: &Kept, count: usize) {
    let started = Instant::now();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut random = Random::of(by_the_clock());
    let (mut saves, mut unacknowledged) = (0, 0);
    for kill in 1..=count {
        let number = || (kept.saved)(folder.path()).unwrap_or_else(|error| panic!("kill {kill}: unreadable: {error}"));
        (kept.tidy)(folder.path());
        let before = number();
        let time = Duration::from_micros(random.below(LONGEST_LIFE_MICROS).try_into().unwrap());
        let acknowledged = life(kept, folder.path(), time).unwrap_or(before);
        let found = number();
        assert!(found >= acknowledged, "kill {kill}: {acknowledged} was acknowledged, {found} is there");
        assert!(found <= acknowledged + 1, "kill {kill}: {found} was never written whole, {acknowledged} was the last");
        unacknowledged += usize::from(found > acknowledged);
        saves += found - before;
    }
    let left = kinds_of_files(folder.path());
    assert!(left.values().sum::<usize>() <= MOST_FILES, "unfinished files pile up: {left:?}");
    println!(
        "kills of {}: {count} kills, {saves} saves, 0 acknowledged lost, 0 unreadable, {unacknowledged} killed between \
         saving and saying so, {left:?}, {:.1} s",
        kept.name,
        started.elapsed().as_secs_f64()
    );
}

/// Starts a writer, kills it this long after its first save, and returns the last number that it said.
fn life(kept: &Kept, folder: &Path, time: Duration) -> Option<u64> {
    let program = env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(["writer", kept.name])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a writer starts");
    let numbers = numbers_of(&mut child);
    let first = numbers.recv_timeout(START_LIMIT);
    thread::sleep(time);
    child.kill().and_then(|()| child.wait()).expect("killed");
    // All that it said is in the pipe, which has ended.
    first.into_iter().chain(numbers).last()
}

/// What a writer says, line by line, until its end. A line that was cut off was not said.
fn numbers_of(child: &mut Child) -> Receiver<u64> {
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|read| read > 0) {
            if let Some(number) = line.strip_suffix('\n').and_then(|number| number.parse().ok()) {
                let _ = sender.send(number);
            }
            line.clear();
        }
    });
    receiver
}

/// How many files there are of each ending.
fn kinds_of_files(folder: &Path) -> BTreeMap<String, usize> {
    let mut kinds = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder") {
        let ending =
            entry.expect("a file").path().extension().map_or("temporary".into(), |e| e.to_string_lossy().into_owned());
        *kinds.entry(ending).or_default() += 1;
    }
    kinds
}
