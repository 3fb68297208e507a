//! Load on the learner's own site as it is planned, counted and told, and what it makes AWS do. Pure: sending is for
//! whoever has a network.
//!
//! ```text
//! plan ──> [sending] ──> stats ──> figures ─┐
//!             │ stop                        ├─> live ──> timeline, words, chart
//! account ──> subject              observations ───┘
//! ```

mod chart;
mod live;
mod observations;
mod plan;
mod simulation;
mod stats;
mod stop;
mod subject;
mod timeline;
mod words;

pub use chart::{Drawing, chart};
pub use live::{Live, Proof};
pub use observations::{AlarmSeen, Capacity, MinuteLength, Observation, Observations};
pub use plan::{MOST_IN_FLIGHT, Plan, PlanError, Slot};
pub use simulation::Simulation;
pub use stats::{Class, Figures, Quantiles, RequestOutcome, SiteAnswer, Stats};
pub use stop::{Ending, Guard};
pub use subject::{Site, Subject};
pub use timeline::{Milestone, Timing, timeline};
pub use words::{
    LiveLine, Weight, answer_text, ending_text, plan_text, recent_times, refusal, summary, what_next, words,
};
