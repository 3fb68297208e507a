//! A long day with the real program: in a pseudo-terminal, with the AWS client that it ships, before a stand-in for AWS
//! that throttles and lets keys expire. The learner works, resizes, closes the lid and waits. Nothing grows, no check
//! hangs, and waiting costs next to nothing.
//!
//! Time isn't compressed: the pauses between the tutor's own looks are real, but a learner who asks is answered at once,
//! so that a round has as many looks as minutes of waiting would.

mod aws;
mod usage;

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use ec_site_tutor_testing::program::Terminal;
use tempfile::TempDir;

use aws::Aws;
use usage::Usage;

/// One of each kind.
const KINDS: usize = 4;
/// What an allocator may keep for itself, in KiB.
const SLACK: u64 = 8 * 1_024;
/// The longest that the tutor waits for its own look at a step that was just opened, and time to spare.
const OWN_LOOK: Duration = Duration::from_mins(1);
/// What the end of a check leaves to be done, such as closing connections.
const AFTERMATH: Duration = Duration::from_secs(1);
/// How often a tutor that waits may wake in a second, on the average.
const WAKES: u64 = 5;
/// How much of a processor it may take meanwhile, in hundredths.
const SHARE: u128 = 5;
const WINDOWS: [(u16, u16); 4] = [(80, 24), (60, 20), (200, 60), (100, 30)];
const CHECKING: &str = "Checkingyouraccount";
const NOT_YET: &str = "Step1-1isn'tdoneyet.";

/// The day so far.
struct Day {
    aws: Aws,
    home: TempDir,
    terminal: Terminal,
    rounds: usize,
    /// How long the lid stays closed.
    nap: Duration,
    /// After each round.
    samples: Vec<Usage>,
    /// All the waiting: how long, how many wakes, how many ticks.
    waited: (Duration, u64, u64),
}

/// Lives through rounds of a day for this long, and at least through one of each kind.
pub fn run(time: Duration) {
    let started = Instant::now();
    let mut day = Day::begin(if time.is_zero() { Duration::from_secs(1) } else { Duration::from_secs(20) });
    while day.rounds < KINDS || started.elapsed() < time {
        day.round();
    }
    day.end(started.elapsed());
}

impl Day {
    fn begin(nap: Duration) -> Self {
        let aws = Aws::start();
        let home = tempfile::tempdir().expect("a temporary folder");
        aws.keep_keys(home.path());
        let variables = aws.variables();
        let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut terminal = Terminal::begin(home.path(), 80, 24, &["--lang", "en"], &variables);
        terminal.shows(&["preflight", "us-east-1"]);
        terminal.press("c");
        terminal.shows(&["Is this the account"]);
        // No answer counts that comes quicker than anybody reads.
        thread::sleep(Duration::from_secs(1));
        terminal.press("y");
        terminal.shows(&["\"Before you start\" is done"]);
        terminal.press("n");
        terminal.shows(&["1 of 20 done"]);
        Self { aws, home, terminal, rounds: 0, nap, samples: Vec::new(), waited: (Duration::ZERO, 0, 0) }
    }

    fn round(&mut self) {
        self.wander();
        self.check(&[NOT_YET]);
        match self.rounds % KINDS {
            0 => self.wait(),
            1 => self.meet_throttling(),
            2 => self.sign_in_again(),
            _ => self.close_the_lid(),
        }
        self.rounds += 1;
        thread::sleep(AFTERMATH);
        self.samples.push(Usage::of(self.terminal.id()));
    }

    /// Looks at everything, in both languages and another window, notes something, and comes back to the step.
    fn wander(&mut self) {
        let (columns, rows) = WINDOWS[self.rounds % WINDOWS.len()];
        self.terminal.resize(columns, rows);
        // Each key waits for what the one before shows: an escape and a letter at once would be another key.
        self.press("n", &["This step is locked"]);
        self.press("p", &["* to do"]);
        self.press("h", &["[Hints"]);
        self.press("\t", &["[Lesson]"]);
        self.terminal.press("z");
        self.terminal.until("nothing but the step", |screen| !screen.contains("[Lesson]"));
        self.press("z", &["1 of 20 done", "[Lesson]"]);
        self.press("m", &["read at"]);
        self.press("\u{1b}", &["[Lesson]"]);
        self.press("l", &["[解説]"]);
        self.press("l", &["[Lesson]"]);
        self.press("w", &["keep"]);
        self.terminal.press(&(self.rounds % 10).to_string());
        self.press("\u{1b}", &["[Lesson]"]);
        self.press("v", &["y copy"]);
        self.press("v", &["1 of 20 done", "[Lesson]"]);
    }

    fn press(&mut self, key: &str, words: &[&str]) {
        self.terminal.press(key);
        self.terminal.shows(words);
    }

    /// Checks, and sees these words, without white space, once the check has ended.
    fn check(&mut self, words: &[&str]) {
        // The words of the last check go with the page.
        self.terminal.press("?");
        self.terminal.shows(&["Keys and signs"]);
        self.terminal.press("?");
        self.terminal.press("c");
        self.terminal.until(&format!("{words:?} after a check"), |screen| {
            words.iter().all(|word| screen.contains(word)) && !screen.contains(CHECKING)
        });
    }

    /// Waits for the tutor's own look, and measures what waiting costs.
    fn wait(&mut self) {
        thread::sleep(AFTERMATH);
        let (before, started) = (Usage::of(self.terminal.id()), Instant::now());
        let looks = self.aws.looks();
        while self.aws.looks() == looks {
            assert!(started.elapsed() < OWN_LOOK, "the tutor doesn't look by itself:\n{}", self.terminal.screen());
            thread::sleep(Duration::from_millis(50));
        }
        let (after, time) = (Usage::of(self.terminal.id()), started.elapsed());
        self.waited.0 += time;
        self.waited.1 += after.wakes - before.wakes;
        self.waited.2 += after.ticks - before.ticks;
        // The look has only begun; this waits for its end.
        self.check(&[NOT_YET]);
    }

    fn meet_throttling(&mut self) {
        self.aws.throttle(true);
        self.check(&["?unknown"]);
        self.aws.throttle(false);
        self.check(&[NOT_YET]);
    }

    fn sign_in_again(&mut self) {
        self.aws.let_keys_expire();
        self.check(&["TheAWScredentialshaveexpired"]);
        self.aws.keep_keys(self.home.path());
        self.check(&[NOT_YET]);
    }

    fn close_the_lid(&mut self) {
        self.terminal.signal("STOP");
        thread::sleep(self.nap);
        self.terminal.resize(80, 24);
        self.terminal.signal("CONT");
        self.check(&[NOT_YET]);
    }

    /// What the learner does in the end is noticed without a key, the day is kept, and it has cost no more and more.
    fn end(mut self, time: Duration) {
        self.aws.do_the_step();
        self.wander();
        self.terminal.shows(&["1-1 is done"]);
        self.terminal.press("q");
        assert_eq!(self.terminal.ends(), 0);
        let saved = self.home.path().join("state/ec-site-tutor").join(self.aws.progress_file());
        assert!(fs::read_to_string(saved).expect("saved progress").contains("\"1-1\""));
        self.report(time);
    }

    fn report(&self, time: Duration) {
        let quarter = |number: usize| self.samples[(self.samples.len() * number / 4).saturating_sub(1)];
        let (early, late) = (quarter(1), quarter(4));
        let (waited, wakes, ticks) = self.waited;
        println!(
            "day: {:.0} min, {} rounds, {} looks ({} throttled calls, {} expired); after 1/4, 1/2, 3/4 and all: memory \
             {:?} KiB, files {:?}, threads {:?}; {:.0} s of waiting: {wakes} wakes, {ticks} hundredths of a second",
            time.as_secs_f64() / 60.0,
            self.rounds,
            self.aws.looks(),
            self.aws.throttled(),
            self.aws.expired(),
            [1, 2, 3, 4].map(|number| quarter(number).memory),
            [1, 2, 3, 4].map(|number| quarter(number).files),
            [1, 2, 3, 4].map(|number| quarter(number).threads),
            waited.as_secs_f64(),
        );
        assert!(late.memory <= early.memory + SLACK, "memory grows");
        assert!(late.files <= early.files + 2, "files stay open");
        assert!(late.threads <= early.threads + 1, "threads pile up");
        assert!(wakes <= WAKES * waited.as_secs().max(1), "it doesn't sleep while it waits");
        assert!(u128::from(ticks) * 10 * 100 <= SHARE * waited.as_millis(), "waiting takes processor time");
    }
}
