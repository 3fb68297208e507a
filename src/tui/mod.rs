//! The tutor in a terminal.
//!
//! ```text
//! keys, window, answers ──> Message ──> update(model) ──> Effect ──> perform: AWS, files, demo
//!                                          │
//!                                          └──> view::draw(model), once after all that waits is taken
//! ```
//! `update` and `view` are pure; only `run` and `perform` wait, read and write.

mod content;
mod editor;
mod ending;
mod keys;
mod message;
mod model;
mod perform;
mod run;
mod search;
mod signals;
mod store;
mod terminal;
mod theme;
mod update;
mod view;

pub use ending::{App, Ending, Outcome};
pub use model::DEMO_ACCOUNT;
pub use run::run;
pub use signals::Signals;
pub use theme::Colour;

#[cfg(test)]
mod tests;
