//! The tutor in a terminal.
//!
//! ```text
//! keys, window, answers ──> Message ──> update(model) ──> Effect ──> run: AWS, files, demo
//!                                          │
//!                                          └──> view::draw(model), once after all that waits is taken
//! ```
//! `update` and `view` are pure; only `run` waits, reads and writes.

mod content;
mod editor;
mod keys;
mod message;
mod model;
mod run;
mod search;
mod store;
mod terminal;
mod theme;
mod update;
mod view;

pub use model::DEMO_ACCOUNT;
pub use run::{App, Ending, FillIn, Outcome, run};
pub use theme::Colour;

#[cfg(test)]
mod tests;
