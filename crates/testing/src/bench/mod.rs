//! What benches stand on, beside what the end-to-end tests do: a finished lab whose answers come at once or as late as
//! is asked for, alone or in a crowd of other resources; and what processes cost.

mod crowd;
pub mod lab;
pub mod process;
mod replay;

pub use replay::{Replay, Traffic};
