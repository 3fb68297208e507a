//! Load on the learner's own site as it is planned, counted and told, and what it makes AWS do. Pure: sending is for
//! whoever has a network.
//!
//! ```text
//! plan ──> [sending] ──> tally ──> figures ─┐
//!             │ stop                        ├─> live ──> timeline, words, chart
//! account ──> subject              trail ───┘
//! ```

mod chart;
mod live;
mod plan;
mod simulation;
mod stop;
mod subject;
mod tally;
mod timeline;
mod trail;
mod words;

pub use chart::{Drawing, chart};
pub use live::{Live, Proof};
pub use plan::{MOST_IN_FLIGHT, Plan, PlanError, Turn};
pub use simulation::Simulation;
pub use stop::{Ending, Guard};
pub use subject::{Site, Subject};
pub use tally::{Answer, Class, Figures, Outcome, Quantiles, Tally};
pub use timeline::{Mark, Standing, timeline};
pub use trail::{AlarmSeen, Capacity, Observation, Pace, Trail};
pub use words::{Line, Weight, answer_text, ending_text, plan_text, recent_times, refusal, summary, what_next, words};
