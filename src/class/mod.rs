//! The instructor's view: how every learner of a class stands. A row is all that is kept of an account.
//!
//! ```text
//! roster ──> reading (bounded, adaptive) ──> Row ──> chronicle ("since", times) ──> board │ lines │ JSON │ CSV │ HTML
//!                                                        └────> history (a file a roster)
//! ```
//! `roster`, `row`, `chronicle`, `summary` and the writers are pure; `accounts`, `history` and `board::run` do things.

mod accounts;
mod board;
mod chronicle;
mod demo;
mod history;
mod ledger;
mod limit;
mod lines;
mod page;
mod reading;
mod roster;
mod row;
mod shard;
mod sheet;
mod summary;
mod words;

pub use accounts::Accounts;
pub use board::{Board, Ending, run as show_board};
pub use chronicle::{Chronicle, Event};
pub use demo::DemoClass;
pub use history::History;
pub use ledger::Ledger;
pub use lines::rows;
pub use page::{Material, page};
pub use reading::{Bounds, Reads, read};
pub use roster::{EXAMPLE, Entry, Format, Roster, Way};
pub use row::{Mark, Reason, Row, Speakers, Standing};
pub use shard::Shard;
pub use sheet::{head as csv_head, line as csv_line};
pub use summary::{Column, Summary, columns};
pub use words::{line, step as step_line, summary as summary_line};
