//! Twelve hours with the tutor, in simulated time: it looks by itself, credentials expire, AWS throttles, windows and
//! languages change, the laptop sleeps. Nothing grows, and nothing hangs.

use std::fs;
use std::process::Command;

use super::*;
use crate::account::demo::SimulatedAccount;

/// Set for the process that lives through the day alone, so that its memory is its own.
const ALONE: &str = "EC_SITE_TUTOR_DAY";
const THIS: &str = "tui::tests::day::nothing_grows_and_nothing_hangs_in_twelve_hours";
const HOUR: i64 = 3_600;
/// Everything has been shown once by then, so that what grows later grows for ever.
const SETTLED: i64 = 3 * HOUR;
const DAY: i64 = 12 * HOUR;
/// What an allocator may keep for itself, in KiB.
const SLACK: u64 = 8 * 1_024;
const KEYS: [&str; 14] = ["Down", "Tab", "l", "PgDn", "n", "p", "s", "Enter", "?", "Esc", "z", "z", "m", "Enter"];
const WINDOWS: [(u16, u16); 4] = [(80, 24), (60, 20), (200, 60), (100, 30)];

/// A tutor, and an account that answers it.
struct Day {
    tutor: Tutor,
    snapshot: Snapshot,
    looks: u64,
}

impl Day {
    /// Answers what the tutor asks for, until it asks for nothing more.
    fn answer(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let more = match effect {
                Effect::Read { number, .. } => {
                    self.looks += 1;
                    let snapshot = self.seen();
                    self.tutor.read(number, snapshot)
                }
                Effect::Identify { number } => self.tutor.identified(number, ACCOUNT),
                Effect::SaveProgress(progress) => self.tutor.send(Message::ProgressSaved(Ok(*progress))),
                _ => Vec::new(),
            };
            self.answer(more);
        }
    }

    /// The account, but for every seventh look, which is throttled, and every twenty-third, for which credentials expired.
    fn seen(&self) -> Snapshot {
        let failed = |failure: &Failure| Snapshot::failed(at(self.tutor.clock), None, failure);
        if self.looks.is_multiple_of(23) {
            failed(&expired())
        } else if self.looks.is_multiple_of(7) {
            failed(&Failure { kind: FailureKind::Throttled, ..expired() })
        } else {
            Snapshot { taken_at: at(self.tutor.clock), ..self.snapshot.clone() }
        }
    }

    /// Waits for what is due, at most for half a minute, and does what the `turn`th turn of a day brings.
    fn turn(&mut self, turn: usize) {
        let now = self.tutor.clock;
        let wait = self.tutor.model.due().map_or(30, |due| (due.as_second() - at(now).as_second()).clamp(1, 30));
        // Every two hundredth turn the lid is closed for forty minutes.
        self.tutor.clock += if turn % 200 == 199 { 40 * 60 } else { wait };
        let effects = self.tutor.send(Message::Due);
        self.answer(effects);
        let effects = self.tutor.keys(KEYS[turn % KEYS.len()]);
        self.answer(effects);
        if turn.is_multiple_of(5) {
            let (width, height) = WINDOWS[turn / 5 % WINDOWS.len()];
            let effects = self.tutor.resize(Size { width, height });
            self.answer(effects);
        }
        self.tutor.screen();
        assert_eq!(self.tutor.model.checks.running, None, "a check runs for ever, in turn {turn}");
        assert!(self.tutor.model.due().is_none_or(|due| due <= at(self.tutor.clock + 301)), "nothing is due for long");
    }
}

/// Resident memory in KiB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

fn open_files() -> usize {
    fs::read_dir("/proc/self/fd").unwrap().count()
}

fn live_through_it() {
    let simulated = SimulatedAccount::finished(&LESSON, at(0));
    let snapshot = Snapshot { identity: Area::Seen(identity(ACCOUNT)), ..simulated.snapshot(at(0)) };
    let mut day = Day { tutor: Tutor::settled(Language::En, 80, 24, &["preflight"]), snapshot, looks: 0 };
    let mut settled = None;
    let mut turns = 0;
    while day.tutor.clock < DAY {
        day.turn(turns);
        turns += 1;
        if settled.is_none() && day.tutor.clock > SETTLED {
            settled = Some((memory(), open_files()));
        }
    }
    let (early, late) = (settled.unwrap(), (memory(), open_files()));
    println!("{turns} turns, {} looks; KiB and files after 3 h {early:?}, after 12 h {late:?}", day.looks);
    assert!(day.looks > 50, "it went to sleep: {} looks", day.looks);
    assert!(late.0 <= early.0 + SLACK, "memory grows: {early:?} to {late:?}");
    assert!(late.1 <= early.1, "files stay open: {early:?} to {late:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_grows_and_nothing_hangs_in_twelve_hours() {
    if std::env::var_os(ALONE).is_some() {
        return live_through_it();
    }
    let program = std::env::current_exe().unwrap();
    let child = Command::new(program).args([THIS, "--exact", "--nocapture"]).env(ALONE, "1").output().unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    println!("{said}");
}
