//! The tutor itself, whatever it is shown on: what it knows, what happens to it, and what it wants done.
//!
//! ```text
//! keys, orders, answers ──> Message ──> update(model) ──> Effect ──> perform: AWS, files, demo, load
//! ```
//! `update` is pure; only `perform` and what it uses wait, read and write. Nothing here knows a terminal: keys are
//! [`key::Keystroke`]s, and how long a page is on a screen is told by whoever has one ([`model::Extent`]).

mod background;
pub(crate) mod bindings;
pub(crate) mod editor;
mod ending;
pub(crate) mod finish;
pub(crate) mod key;
pub(crate) mod keys;
pub(crate) mod message;
pub(crate) mod model;
mod pack_watch;
pub(crate) mod page;
pub(crate) mod perform;
pub(crate) mod place;
pub(crate) mod recap;
pub(crate) mod search;
mod store;
pub(crate) mod tone;
pub(crate) mod update;
pub(crate) mod watch;
pub(crate) mod words;

pub use background::Background;
pub use ending::{App, DrillWish, Ending, Outcome};
pub use model::DEMO_ACCOUNT;

#[cfg(test)]
mod tests;
