//! Counts what was sent and what came of it. Pure. Times are measured from the instant at which a request was due, so
//! that a stalled site or machine can't hide behind requests that weren't sent in the meantime.

use std::collections::BTreeMap;
use std::time::Duration;

/// What came of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteAnswer {
    /// An answer with this status code.
    Status(u16),
    /// There was no connection.
    NotConnected,
    /// No answer in time.
    TimedOut,
    /// The connection broke, or what came was no HTTP.
    Broken,
}

/// Kinds of answers that are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 1xx to 3xx.
    Good,
    /// 4xx.
    ClientError,
    /// 5xx.
    ServerError,
    /// See [`SiteAnswer::NotConnected`].
    NotConnected,
    /// See [`SiteAnswer::TimedOut`].
    TimedOut,
    /// See [`SiteAnswer::Broken`].
    Broken,
}

impl SiteAnswer {
    /// By the first digit of HTTP's status, or why no whole answer came.
    #[must_use]
    pub fn class(self) -> Class {
        match self {
            Self::Status(500..) => Class::ServerError,
            Self::Status(400..) => Class::ClientError,
            Self::Status(_) => Class::Good,
            Self::NotConnected => Class::NotConnected,
            Self::TimedOut => Class::TimedOut,
            Self::Broken => Class::Broken,
        }
    }

    /// Whether an HTTP answer came, whatever it said.
    #[must_use]
    pub fn is_http(self) -> bool {
        matches!(self, Self::Status(_))
    }
}

/// One request that is over. Times from the start of the load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestOutcome {
    /// When it was due.
    pub due: Duration,
    /// When it was over.
    pub ended: Duration,
    /// What came.
    pub answer: SiteAnswer,
}

/// The times within which half, 95 and 99 of 100 were over; none where nothing was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quantiles {
    /// Half.
    pub p50: Duration,
    /// Nineteen of twenty came within it.
    pub p95: Duration,
    /// All but one of a hundred came within it.
    pub p99: Duration,
}

impl Quantiles {
    /// Of these microseconds; none of none.
    #[must_use]
    pub fn of(mut micros: Vec<u32>) -> Option<Self> {
        micros.sort_unstable();
        // The nearest rank: with few values the highest stands for the rare ones.
        let rank = |percent: usize| {
            let index = (micros.len() * percent).div_ceil(100).max(1) - 1;
            micros.get(index).map(|micros| Duration::from_micros(u64::from(*micros)))
        };
        Some(Self { p50: rank(50)?, p95: rank(95)?, p99: rank(99)? })
    }
}

/// One second of the load.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Second {
    /// Requests that were due in it and were sent.
    pub sent: u32,
    /// Requests that ended well in it.
    pub good: u32,
    /// Requests that ended otherwise in it.
    pub errors: u32,
}

/// How the load stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// From the start until these figures.
    pub elapsed: Duration,
    /// Requests sent.
    pub sent: u32,
    /// Requests left out, see [`super::plan::Slot::Skip`].
    pub skipped: u32,
    /// Requests that are over, by class.
    pub classes: BTreeMap<Class, u32>,
    /// Answer times of all that were answered.
    pub overall: Option<Quantiles>,
    /// Answer times of those answered in the last seconds.
    pub recent: Option<Quantiles>,
    /// How much later than due requests went out.
    pub lateness: Option<Quantiles>,
    /// The last whole seconds, oldest first.
    pub seconds: Vec<Second>,
    /// HTTP answers in each minute from the start, the last one still running.
    pub minutes: Vec<u32>,
}

impl Figures {
    /// Requests of a class.
    #[must_use]
    pub fn of(&self, class: Class) -> u32 {
        self.classes.get(&class).copied().unwrap_or(0)
    }

    /// Requests that are over.
    #[must_use]
    pub fn over(&self) -> u32 {
        self.classes.values().sum()
    }

    /// Requests that an HTTP answer came to.
    #[must_use]
    pub fn answered(&self) -> u32 {
        [Class::Good, Class::ClientError, Class::ServerError].map(|class| self.of(class)).iter().sum()
    }

    /// Requests sent a minute, over the whole time.
    #[must_use]
    pub fn sent_a_minute(&self) -> f64 {
        if self.elapsed.is_zero() { 0.0 } else { f64::from(self.sent) * 60.0 / self.elapsed.as_secs_f64() }
    }

    /// Answers in the busiest whole minute; none before one is over.
    #[must_use]
    pub fn busiest_minute(&self) -> Option<u32> {
        let whole = usize::try_from(self.elapsed.as_secs() / 60).unwrap_or(usize::MAX);
        self.minutes.iter().take(whole).copied().max()
    }
}

/// Seconds that count as recent.
const RECENT: Duration = Duration::from_secs(10);
/// Seconds that figures carry.
const SHOWN: usize = 60;

/// Counts as the load goes on.
#[derive(Debug, Default)]
pub struct Stats {
    sent: u32,
    skipped: u32,
    classes: BTreeMap<Class, u32>,
    /// End and answer time of what was answered, in microseconds.
    times: Vec<(Duration, u32)>,
    lateness: Vec<u32>,
    seconds: Vec<Second>,
    minutes: Vec<u32>,
}

impl Stats {
    /// Counts a request that was due then and is sent so much later.
    pub fn sent(&mut self, due: Duration, late: Duration) {
        self.sent += 1;
        self.lateness.push(micros(late));
        slot(&mut self.seconds, due.as_secs()).sent += 1;
    }

    /// Counts a request that is left out.
    pub fn skipped(&mut self) {
        self.skipped += 1;
    }

    /// Counts a request that is over.
    pub fn record(&mut self, outcome: &RequestOutcome) {
        let class = outcome.answer.class();
        *self.classes.entry(class).or_default() += 1;
        let second = slot(&mut self.seconds, outcome.ended.as_secs());
        match class {
            Class::Good => second.good += 1,
            _ => second.errors += 1,
        }
        if outcome.answer.is_http() {
            self.times.push((outcome.ended, micros(outcome.ended.saturating_sub(outcome.due))));
            *slot(&mut self.minutes, outcome.ended.as_secs() / 60) += 1;
        }
    }

    /// How it stands after `elapsed`.
    #[must_use]
    pub fn figures(&self, elapsed: Duration) -> Figures {
        let since = elapsed.saturating_sub(RECENT);
        let recent = self.times.iter().rev().take_while(|(ended, _)| *ended >= since).map(|(_, time)| *time);
        let whole = usize::try_from(elapsed.as_secs()).unwrap_or(usize::MAX);
        let mut seconds = self.seconds.clone();
        seconds.resize(whole.min(self.seconds.len() + SHOWN), Second::default());
        seconds.drain(..seconds.len().saturating_sub(SHOWN));
        Figures {
            elapsed,
            sent: self.sent,
            skipped: self.skipped,
            classes: self.classes.clone(),
            overall: Quantiles::of(self.times.iter().map(|(_, time)| *time).collect()),
            recent: Quantiles::of(recent.collect()),
            lateness: Quantiles::of(self.lateness.clone()),
            seconds,
            minutes: self.minutes.clone(),
        }
    }
}

fn micros(duration: Duration) -> u32 {
    u32::try_from(duration.as_micros()).unwrap_or(u32::MAX)
}

/// The place of this number, made where it isn't there yet. Loads last an hour at most, so that lists stay short.
fn slot<T: Clone + Default>(list: &mut Vec<T>, number: u64) -> &mut T {
    let index = usize::try_from(number).unwrap_or(0);
    if list.len() <= index {
        list.resize(index + 1, T::default());
    }
    &mut list[index]
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn millis(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    fn outcome(due: u64, ended: u64, answer: SiteAnswer) -> RequestOutcome {
        RequestOutcome { due: millis(due), ended: millis(ended), answer }
    }

    #[test_case(200, Class::Good)]
    #[test_case(302, Class::Good)]
    #[test_case(404, Class::ClientError)]
    #[test_case(500, Class::ServerError)]
    #[test_case(504, Class::ServerError)]
    fn classes(status: u16, expected: Class) {
        assert_eq!(SiteAnswer::Status(status).class(), expected);
    }

    #[test]
    fn everything_is_counted_once() {
        let mut stats = Stats::default();
        for due in [0, 500, 1000, 1500, 2000] {
            stats.sent(millis(due), Duration::ZERO);
        }
        stats.skipped();
        stats.record(&outcome(0, 10, SiteAnswer::Status(200)));
        stats.record(&outcome(500, 1010, SiteAnswer::Status(503)));
        stats.record(&outcome(1000, 1020, SiteAnswer::NotConnected));
        stats.record(&outcome(1500, 1520, SiteAnswer::Broken));
        let figures = stats.figures(millis(2500));
        assert_eq!((figures.sent, figures.skipped, figures.over(), figures.answered()), (5, 1, 4, 2));
        assert_eq!(figures.of(Class::ServerError), 1);
        let second = |sent, good, errors| Second { sent, good, errors };
        assert_eq!(figures.seconds, [second(2, 1, 0), second(2, 0, 3)], "the second that runs is not shown");
        assert!((figures.sent_a_minute() - 120.0).abs() < 1e-9);
    }

    #[test]
    fn times_count_from_the_instant_that_was_planned() {
        let mut stats = Stats::default();
        // The machine was stalled: sent late, answered quickly.
        stats.sent(millis(0), millis(900));
        stats.record(&outcome(0, 910, SiteAnswer::Status(200)));
        assert_eq!(stats.figures(millis(1000)).overall.unwrap().p50, millis(910));
        assert_eq!(stats.figures(millis(1000)).lateness.unwrap().p99, millis(900));
    }

    #[test]
    fn quantiles_are_those_of_the_nearest_rank() {
        let hundred = Quantiles::of((1..=100).rev().collect()).unwrap();
        let micros = Duration::from_micros;
        assert_eq!((hundred.p50, hundred.p95, hundred.p99), (micros(50), micros(95), micros(99)));
        let one = Quantiles::of(vec![7]).unwrap();
        assert_eq!((one.p50, one.p99), (micros(7), micros(7)));
        assert_eq!(Quantiles::of(Vec::new()), None);
    }

    #[test]
    fn what_is_recent_leaves_out_what_is_long_over() {
        let mut stats = Stats::default();
        stats.record(&outcome(0, 5000, SiteAnswer::Status(200)));
        stats.record(&outcome(19_990, 20_000, SiteAnswer::Status(200)));
        let figures = stats.figures(millis(20_000));
        assert_eq!(figures.recent.unwrap().p99, millis(10));
        assert_eq!(figures.overall.unwrap().p99, millis(5000));
    }

    #[test]
    fn quiet_seconds_are_shown_as_quiet_and_old_ones_not_at_all() {
        let mut stats = Stats::default();
        stats.sent(millis(0), Duration::ZERO);
        assert_eq!(stats.figures(millis(3000)).seconds.len(), 3);
        assert_eq!(stats.figures(millis(90_000)).seconds, vec![Second::default(); SHOWN]);
    }

    #[test]
    fn only_whole_minutes_can_be_the_busiest() {
        let mut stats = Stats::default();
        for number in 0..30 {
            stats.record(&outcome(0, 1000 * number, SiteAnswer::Status(200)));
        }
        for number in 0..40 {
            stats.record(&outcome(0, 60_000 + number, SiteAnswer::Status(200)));
        }
        assert_eq!(stats.figures(millis(59_000)).busiest_minute(), None);
        assert_eq!(stats.figures(millis(119_000)).busiest_minute(), Some(30));
        assert_eq!(stats.figures(millis(120_000)).busiest_minute(), Some(40));
    }
}
