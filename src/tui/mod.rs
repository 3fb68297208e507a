//! The tutor in a terminal.
//!
//! ```text
//! keys, window, answers ──> Message ──> update(model) ──> Effect ──> perform: AWS, files, demo
//!                                          │
//!                                          └──> view::draw(model), once after all that waits is taken
//! ```
//! `update` and `view` are pure; only `run` and `perform` wait, read and write.

mod background;
mod bare;
mod code;
pub(crate) mod content;
pub(crate) mod editor;
pub(crate) mod ending;
pub(crate) mod input;
pub(crate) mod key;
pub(crate) mod keys;
pub(crate) mod message;
pub(crate) mod model;
mod pack_watch;
pub(crate) mod perform;
mod pictures;
mod place;
mod run;
pub(crate) mod search;
pub(crate) mod signals;
mod store;
pub(crate) mod terminal;
pub(crate) mod theme;
pub(crate) mod update;
pub(crate) mod view;
mod watch;

pub use background::Background;
pub use bare::Clipboard;
pub use ending::{App, Ending, Outcome};
pub use model::DEMO_ACCOUNT;
pub use pictures::{Picture, pictures};
pub use run::run;
pub use signals::Signals;
pub use theme::{Colour, Looks};

#[cfg(test)]
mod tests;
