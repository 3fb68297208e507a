//! Find the fault: the simulated account is broken in one way, and the learner finds out where and what mends it.
//!
//! ```text
//! drills.toml ─> Pool ─ seed ─> Drill ─┬─> Scene: the broken account ─> Look: what AWS shows of it
//!                                      └─> Round: looks, answers, time ─> DrillRun, kept with progress
//! ```
//! Nothing here is ever told before the round is over; what is told then is the tutor's own diagnosis.

mod change;
mod fix;
mod look;
mod place;
mod pool;
mod round;
mod scene;
mod symptom;
#[cfg(test)]
mod tests;

pub use change::Misfit;
pub use fix::Fix;
pub use look::{Line, Look};
pub use place::Place;
pub use pool::{Drill, Pool};
pub use round::{Choice, DrillRun, Outcome, Round, Stage};
pub use scene::{Scene, Told};
pub use symptom::Symptom;
