//! The instructor's view: how every learner of a class stands. A row is all that is kept of an account.
//!
//! ```text
//! roster ──> reading (bounded, adaptive) ──> Row ──> chronicle ("since", times) ──> board │ lines │ JSON │ CSV │ HTML
//!                                                        └────> history (a file a roster)
//! ```
//! `roster`, `row`, `chronicle`, `summary` and the writers are pure; `accounts`, `history` and `board::run` do things.

mod accounts;
mod chronicle;
mod demo;
mod history;
mod limit;
mod reading;
mod roster;
mod row;
mod shard;

pub use accounts::Accounts;
pub use chronicle::{Chronicle, Event};
pub use demo::DemoClass;
pub use history::History;
pub use reading::{Bounds, Reads, read};
pub use roster::{EXAMPLE, Entry, Format, Roster, Way};
pub use row::{Mark, Reason, Row, Speakers, Standing};
pub use shard::Shard;
