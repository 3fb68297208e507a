//! How long to wait before an account is looked at again while nobody asks. Pure: it knows no clock and no account,
//! only what the last looks showed.
//!
//! One look at an account of the lesson `step4` takes [`calls`](crate::account::Scope::calls) = 23 calls to AWS (a page
//! each; most lists of a lab fit in one), and where something is wrong up to five more: a boot log, a listener's rules,
//! network ACLs, and two lists for near misses. At the fastest that is four looks and at most 112 calls a minute, spread
//! over seven services; with nothing new it is one look and at most 28 calls a minute. Other regions are asked once in ten minutes, a call each.
//! AWS refills its smallest bucket for these calls with several a second.

use std::time::Duration;

/// Seconds between looks after the first, second, ... look that showed nothing new.
const QUIET: &[u64] = &[15, 15, 20, 30, 45, 60];
/// The longest pause, in seconds, while AWS is working on something.
const WORKING: u64 = 30;
/// Seconds between looks after the first, second, ... look that met an error.
const TROUBLED: &[u64] = &[60, 120, 300];
/// The same three in the simulated account, where waits run fast and looking costs nothing.
const DEMO_QUIET: &[u64] = &[2, 2, 3, 5];
const DEMO_WORKING: u64 = 2;
const DEMO_TROUBLED: &[u64] = &[5];

/// What a look showed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// Something else than the look before.
    News,
    /// Nothing new, but AWS is working on something.
    Working,
    /// Nothing new.
    Same,
    /// AWS asked to slow down, or could not be reached.
    Trouble,
}

/// The pace of looking.
#[derive(Clone, Debug)]
pub struct Pace {
    quiet: &'static [u64],
    working: u64,
    troubled: &'static [u64],
    last: Looked,
    /// Looks in a row that showed nothing new.
    same: usize,
    /// Looks in a row that met an error.
    troubles: usize,
}

impl Pace {
    /// For an account in AWS.
    #[must_use]
    pub fn of_aws() -> Self {
        Self { quiet: QUIET, working: WORKING, troubled: TROUBLED, last: Looked::News, same: 0, troubles: 0 }
    }

    /// For the simulated account.
    #[must_use]
    pub fn of_demo() -> Self {
        Self { quiet: DEMO_QUIET, working: DEMO_WORKING, troubled: DEMO_TROUBLED, ..Self::of_aws() }
    }

    /// Takes what a look showed.
    pub fn note(&mut self, looked: Looked) {
        self.last = looked;
        self.troubles = if looked == Looked::Trouble { self.troubles + 1 } else { 0 };
        self.same = match looked {
            Looked::News => 0,
            Looked::Same | Looked::Working => self.same + 1,
            Looked::Trouble => self.same,
        };
    }

    /// Looks often again, because somebody came back or did something. What AWS asked for still counts.
    pub fn hurry(&mut self) {
        self.same = 0;
    }

    /// From the end of the last look to the next.
    #[must_use]
    pub fn pause(&self) -> Duration {
        let quiet = nth(self.quiet, self.same);
        Duration::from_secs(match self.last {
            Looked::Trouble => nth(self.troubled, self.troubles.saturating_sub(1)),
            Looked::Working => quiet.min(self.working),
            Looked::News | Looked::Same => quiet,
        })
    }
}

fn nth(pauses: &[u64], index: usize) -> u64 {
    pauses.get(index).or(pauses.last()).copied().unwrap_or(WORKING)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use test_case::test_case;

    use super::*;
    use crate::lesson::{Pack, load};
    use Looked::{News, Same, Trouble, Working};

    fn after(looks: &[Looked]) -> u64 {
        let mut pace = Pace::of_aws();
        for looked in looks {
            pace.note(*looked);
        }
        pace.pause().as_secs()
    }

    #[test_case(&[], 15; "at first")]
    #[test_case(&[Same, Same], 20; "slower when nothing changes")]
    #[test_case(&[Same; 9], 60; "but not ever slower")]
    #[test_case(&[Same, Same, Same, News], 15; "fast again after a change")]
    #[test_case(&[Working; 9], 30; "waiting keeps it awake")]
    #[test_case(&[Trouble], 60; "an error slows it down at once")]
    #[test_case(&[Trouble, Trouble], 120; "and more when it stays")]
    #[test_case(&[Trouble; 9], 300; "five minutes at most")]
    #[test_case(&[Trouble, Trouble, News], 15; "over")]
    fn pauses(looks: &[Looked], expected: u64) {
        assert_eq!(after(looks), expected);
    }

    #[test]
    fn somebody_who_comes_back_is_not_made_to_wait_but_aws_is_still_spared() {
        let mut pace = Pace::of_aws();
        for looked in [Same; 9] {
            pace.note(looked);
        }
        pace.hurry();
        assert_eq!(pace.pause().as_secs(), 15);
        pace.note(Trouble);
        pace.hurry();
        assert_eq!(pace.pause().as_secs(), 60);
    }

    /// What looking closer may ask of AWS at each look: all questions but the one about other regions.
    const CLOSER: u64 = 5;

    /// README and the head of this file state these figures.
    #[test]
    fn calls_a_minute_stay_below_what_is_stated() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let calls = lesson.scope().calls();
        assert_eq!(calls, 23);
        let shortest = QUIET.iter().chain([&WORKING]).chain(TROUBLED).min().unwrap();
        let longest = QUIET.iter().max().unwrap();
        let most = calls + CLOSER;
        assert_eq!((most * 60 / shortest, most * 60 / longest), (112, 28));
        assert!(QUIET.is_sorted() && TROUBLED.is_sorted());
    }
}
