//! The instructor's view: how every learner of a class stands. A row is all that is kept of an account.
//!
//! ```text
//! roster ──> reading (bounded, adaptive) ──> Row ──> timeline ("since", times) ──> board │ lines │ JSON │ CSV │ HTML
//!                                                        └────> history (a file a roster)
//! ```
//! `roster`, `row`, `timeline`, `summary` and the writers are pure; `accounts`, `history` and `board::run` do things.

mod accounts;
mod anonymous;
mod board;
mod copies;
mod csv;
mod demo;
mod feedback;
mod gradebook;
mod handed_in;
mod history;
mod jsonl;
mod limit;
mod marks;
mod open_step;
mod page;
mod reading;
mod reason;
mod recorder;
mod refused_role;
mod roster;
mod row;
mod shard;
mod summary;
#[cfg(test)]
mod tests;
mod timeline;
mod trend;
mod urgency;
mod words;
mod workbook;

pub use accounts::Accounts;
pub use anonymous::Anonymity;
pub use board::{Board, BoardEnding, run as show_board};
pub use copies::compare;
pub use csv::{head as csv_head, line as csv_line, note as csv_note};
pub use demo::DemoClass;
pub use feedback::{
    FeedbackMaterial, GENERATOR as FEEDBACK_GENERATOR, feedback, file_name, language_of as feedback_language,
};
pub use gradebook::{gradebook_head, gradebook_line};
pub use handed_in::{page_bytes, roster_bytes};
pub use history::History;
pub use jsonl::{UNKNOWN_ID, rows};
pub use page::{GENERATOR, PageExtras, PageMaterial, page, page_with};
pub use reading::{Bounds, Reads, read};
pub use recorder::Recorder;
pub use roster::{EXAMPLE, Format, Mark, Roster, RosterEntry, ScoreRule, Way, template, text};
pub use row::{Reason, Row, Speakers, Standing, StepMark};
pub use shard::Shard;
pub use summary::{Column, Summary, columns};
pub use timeline::{Timeline, TimelineEvent};
pub use urgency::by_urgency;
pub use words::{line, step as step_line, summary as summary_line};
pub use workbook::{is_own as is_own_workbook, workbook};
