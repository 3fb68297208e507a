//! What was gathered, one thing after another.

use super::terminal::line as line_of_terminal;
use super::{
    Caller, Clock, Credentials, Endpoints, Line, Locale, NoAccount, OtherTutors, Permissions, Proxies, Region, Release,
    State, Terminal, TrustStore, Zone,
};

/// Something that was gathered.
#[derive(Clone, Debug)]
pub enum Fact {
    /// The program and the lesson.
    Release(Release),
    /// Why no account of AWS is looked at.
    NoAccount(NoAccount),
    /// Where the credentials come from.
    Credentials(Credentials),
    /// Who the caller is.
    Caller(Caller),
    /// The region that is read.
    Region(Region),
    /// Where AWS is said to be.
    Endpoints(Endpoints),
    /// What stands between here and AWS.
    Proxies(Proxies),
    /// Whose certificates are trusted.
    TrustStore(TrustStore),
    /// This machine's clock.
    Clock(Clock),
    /// What the caller may do.
    Permissions(Permissions),
    /// The terminal, where there is one.
    Terminal(Option<Terminal>),
    /// Language and characters.
    Locale(Locale),
    /// The zone of times.
    Zone(Zone),
    /// Where progress is kept.
    State(State),
    /// Other tutors that run.
    OtherTutors(OtherTutors),
}

impl Fact {
    fn line(&self) -> Line {
        match self {
            Self::Release(fact) => fact.line(),
            Self::NoAccount(fact) => fact.line(),
            Self::Credentials(fact) => fact.line(),
            Self::Caller(fact) => fact.line(),
            Self::Region(fact) => fact.line(),
            Self::Endpoints(fact) => fact.line(),
            Self::Proxies(fact) => fact.line(),
            Self::TrustStore(fact) => fact.line(),
            Self::Clock(fact) => fact.line(),
            Self::Permissions(fact) => fact.line(),
            Self::Terminal(fact) => line_of_terminal(fact.as_ref()),
            Self::Locale(fact) => fact.line(),
            Self::Zone(fact) => fact.line(),
            Self::State(fact) => fact.line(),
            Self::OtherTutors(fact) => fact.line(),
        }
    }
}

/// A line a fact, in their order.
#[must_use]
pub fn judge(facts: &[Fact]) -> Vec<Line> {
    facts.iter().map(Fact::line).collect()
}
