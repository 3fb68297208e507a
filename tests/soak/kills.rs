//! A tutor is killed in mid-write, again and again: what it had saved is still there, and can be read.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use ec_site_tutor::progress::{Progress, Store};
use jiff::Timestamp;

use super::random::{Random, by_the_clock};

const ACCOUNT: &str = "123456789012";
const LESSON: &str = "step4";
const STEP: &str = "why";
/// A text of a learner that takes several blocks of a disk.
const LONG_TEXT: usize = 20_000;
/// From a first write to the kill, at most; a write takes about a millisecond.
const LONGEST_LIFE_MICROS: usize = 20_000;
const START_LIMIT: Duration = Duration::from_secs(30);

/// Saves an answer, a note and a confirmation with a number that grows, and says each number once it is saved. Ends by a kill.
pub fn write_until_killed(folder: &Path) {
    let store = Store::new(folder.to_owned());
    let mut progress = store.load(ACCOUNT, LESSON).expect("what was left is readable");
    let mut number = saved_number(&progress);
    loop {
        number += 1;
        let at = Timestamp::from_second(i64::try_from(number).unwrap()).unwrap();
        progress.answer(STEP, "1", &text_of(number), at);
        progress.take_note(STEP, &text_of(number), at);
        progress.attest(STEP, "1", true, at);
        progress = store.save(&progress).expect("saved");
        let mut output = std::io::stdout().lock();
        writeln!(output, "{number}").and_then(|()| output.flush()).expect("somebody listens");
    }
}

fn text_of(number: u64) -> String {
    format!("{number} {}", "あ".repeat(LONG_TEXT / 3))
}

/// The number of the last save; panics where its parts are not of one and the same save.
fn saved_number(progress: &Progress) -> u64 {
    let number = |text: Option<&str>| text.map_or(0, |text| text.split(' ').next().unwrap().parse::<u64>().unwrap());
    let (answer, note) = (number(progress.answered(STEP, "1")), number(progress.note(STEP)));
    let marked = progress.attested.values().map(|mark| u64::try_from(mark.at.as_second()).unwrap()).max();
    assert_eq!((answer, marked.unwrap_or(0)), (note, note), "parts of two saves in one file");
    note
}

/// Kills a writer `count` times at random instants, and reads what each left.
pub fn run(count: usize) {
    let started = Instant::now();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = Store::new(folder.path().to_owned());
    let mut random = Random::of(by_the_clock());
    let mut acknowledged = 0;
    let mut unacknowledged = 0;
    for _ in 0..count {
        let told = life(folder.path(), Duration::from_micros(random.below(LONGEST_LIFE_MICROS).try_into().unwrap()));
        acknowledged = told.unwrap_or(acknowledged);
        let progress = store.load(ACCOUNT, LESSON).unwrap_or_else(|error| panic!("unreadable: {error:?}"));
        let found = saved_number(&progress);
        assert!(found >= acknowledged, "{acknowledged} was acknowledged, {found} is there");
        assert!(found <= acknowledged + 1, "{found} was never written whole, {acknowledged} was the last");
        unacknowledged += usize::from(found > acknowledged);
        acknowledged = found;
    }
    let left = kinds_of_files(folder.path());
    assert!(left.values().sum::<usize>() <= 3, "unfinished files pile up: {left:?}");
    println!(
        "kills: {count} kills, {acknowledged} saves, 0 acknowledged lost, 0 unreadable, {unacknowledged} killed between \
         saving and saying so, {left:?}, {:.1} s",
        started.elapsed().as_secs_f64()
    );
}

/// Starts a writer, kills it this long after its first save, and returns the last number that it said.
fn life(folder: &Path, time: Duration) -> Option<u64> {
    let program = env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .arg("writer")
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
