//! The instructor's view: how every learner of a class stands. A row is all that is kept of an account.
//!
//! ```text
//! roster ──> reading (bounded, adaptive) ──> Row ──> timeline ("since", times) ──> board │ lines │ JSON │ CSV │ HTML
//!                                                        └────> history (a file a roster)
//! ```
//! `roster`, `row`, `timeline`, `summary` and the writers are pure; `accounts`, `history` and `board::run` do things.

mod accounts;
mod board;
mod csv;
mod demo;
mod history;
mod jsonl;
mod limit;
mod page;
mod reading;
mod recorder;
mod roster;
mod row;
mod shard;
mod summary;
mod timeline;
mod words;

pub use accounts::Accounts;
pub use board::{Board, BoardEnding, run as show_board};
pub use csv::{head as csv_head, line as csv_line};
pub use demo::DemoClass;
pub use history::History;
pub use jsonl::rows;
pub use page::{PageMaterial, page};
pub use reading::{Bounds, Reads, read};
pub use recorder::Recorder;
pub use roster::{EXAMPLE, Format, Roster, RosterEntry, Way};
pub use row::{Reason, Row, Speakers, Standing, StepMark};
pub use shard::Shard;
pub use summary::{Column, Summary, columns};
pub use timeline::{Timeline, TimelineEvent};
pub use words::{line, step as step_line, summary as summary_line};
