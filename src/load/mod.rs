//! Load on the learner's own site, and what it makes AWS do.
//!
//! ```text
//! plan ──> generator ──> tally ──> figures ─┐
//!             │ stop                        ├─> live ──> timeline, words, chart
//! account ──> subject ──> target   trail ───┘
//! ```
//! `plan`, `tally`, `stop`, `subject`, `trail`, `timeline`, `words` and `chart` are pure; only `client`, `generator` and
//! `target` touch a network, and they send GET requests to the one target that was looked up and shown.

mod chart;
mod client;
mod generator;
mod live;
mod plan;
mod rehearsal;
mod runner;
mod simulation;
mod stop;
mod subject;
mod tally;
pub mod target;
mod timeline;
mod trail;
mod words;

pub use chart::{Drawing, chart};
pub use client::{LIMIT, Target};
pub use generator::run;
pub use live::{Live, Proof};
pub use plan::{MOST_IN_FLIGHT, Plan, PlanError};
pub use rehearsal::demo_pace;
pub use runner::{Event, Leash, Place, begin, opened};
pub use stop::Ending;
pub use subject::{Site, Subject};
pub use tally::{Answer, Class, Figures, Outcome, Quantiles, Tally};
pub use timeline::{Mark, Standing, timeline};
pub use trail::{AlarmSeen, Capacity, Observation, Pace, Trail};
pub use words::{Line, Weight, answer_text, ending_text, plan_text, recent_times, refusal, summary, what_next, words};

#[cfg(test)]
mod tests;
