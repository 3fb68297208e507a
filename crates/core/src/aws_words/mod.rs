//! What AWS says in English sentences of its own, read for what it means: why a group did something, and why a launch
//! was refused. AWS promises no form, so that whatever isn't recognised must be expected, and is said in AWS's words.

mod activity_cause;
mod alarm;
mod refusal;

pub use activity_cause::{ActivityCause, Change, Constraints};
pub use alarm::AlarmSide;
pub use refusal::{Refusal, launch_words};
