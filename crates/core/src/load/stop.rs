//! When a load ends before its time. Pure.

use std::collections::VecDeque;
use std::time::Duration;

use super::stats::{Class, RequestOutcome, SiteAnswer};

/// So many requests in a row without a connection: the network is gone.
const FAILED_CONNECTIONS: u32 = 20;
/// So long without any answer while requests fail: as good as gone.
const SILENCE: Duration = Duration::from_secs(30);
/// Answers that a flood of errors is looked for in.
const LOOKED_AT: usize = 50;
/// Server errors among them that make it one.
const FLOOD: usize = 40;

/// How a load ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything planned was sent, and is over.
    Finished,
    /// The learner stopped it, or went away.
    Asked,
    /// There was no connection any more.
    NoConnection,
    /// There was no answer any more.
    NoAnswer,
    /// The site answered with server errors only, or nearly so.
    ServerErrors,
}

/// Watches outcomes for a reason to stop.
#[derive(Debug, Default)]
pub struct Guard {
    failed_connections: u32,
    last_answer: Duration,
    /// Whether each of the last answers was a server error.
    answers: VecDeque<bool>,
}

impl Guard {
    /// Takes one outcome; the reason to stop, where it makes one.
    pub fn judge(&mut self, outcome: &RequestOutcome) -> Option<Ending> {
        self.failed_connections =
            if outcome.answer == SiteAnswer::NotConnected { self.failed_connections + 1 } else { 0 };
        if self.failed_connections >= FAILED_CONNECTIONS {
            return Some(Ending::NoConnection);
        }
        if !outcome.answer.is_http() {
            let silent = outcome.ended.saturating_sub(self.last_answer);
            return (silent >= SILENCE).then_some(Ending::NoAnswer);
        }
        self.last_answer = outcome.ended;
        self.answers.push_back(outcome.answer.class() == Class::ServerError);
        if self.answers.len() > LOOKED_AT {
            self.answers.pop_front();
        }
        let errors = self.answers.iter().filter(|is_error| **is_error).count();
        (errors >= FLOOD).then_some(Ending::ServerErrors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK: SiteAnswer = SiteAnswer::Status(200);

    /// What the guard says of these answers, one a second.
    fn judge(answers: impl IntoIterator<Item = SiteAnswer>) -> Option<(usize, Ending)> {
        let mut guard = Guard::default();
        answers.into_iter().enumerate().find_map(|(index, answer)| {
            let at = Duration::from_secs(u64::try_from(index).unwrap());
            Some((index + 1, guard.judge(&RequestOutcome { due: at, ended: at, answer })?))
        })
    }

    fn many(answer: SiteAnswer, count: usize) -> Vec<SiteAnswer> {
        vec![answer; count]
    }

    #[test]
    fn twenty_failed_connections_in_a_row_are_a_lost_network() {
        assert_eq!(judge(many(SiteAnswer::NotConnected, 25)), Some((20, Ending::NoConnection)));
        let broken_up = [many(SiteAnswer::NotConnected, 19), many(OK, 1), many(SiteAnswer::NotConnected, 19)].concat();
        assert_eq!(judge(broken_up), None);
    }

    #[test]
    fn half_a_minute_of_silence_is_one_too() {
        let silent = [many(OK, 10), many(SiteAnswer::TimedOut, 60)].concat();
        assert_eq!(judge(silent), Some((40, Ending::NoAnswer)));
        let slow = [many(SiteAnswer::TimedOut, 20), many(OK, 1), many(SiteAnswer::Broken, 20)].concat();
        assert_eq!(judge(slow), None);
    }

    #[test]
    fn a_flood_of_server_errors_stops_and_single_ones_do_not() {
        assert_eq!(judge(many(SiteAnswer::Status(503), 60)), Some((40, Ending::ServerErrors)));
        let some = many(OK, 20).into_iter().chain([SiteAnswer::Status(502); 30]);
        assert_eq!(judge(some.cycle().take(500)), None, "30 of 50 are bad, but not a flood");
        assert_eq!(judge(many(SiteAnswer::Status(404), 100)), None, "the site answers");
    }
}
