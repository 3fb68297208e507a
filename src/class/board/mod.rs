//! The board: a line a learner, a column a step, in a terminal.
//!
//! ```text
//! keys, window, rows, findings ──> Message ──> update(model) ──> Effect ──> run: reads accounts, keeps rows
//!                                                 └──> view::draw(model)
//! ```
//! `update` and `view` are pure; only `run` waits, reads and writes.

mod keys;
mod model;
mod order;
mod run;
#[cfg(test)]
mod tests;
mod update;
mod view;
mod view_choice;

pub use run::{Board, BoardEnding, run};
