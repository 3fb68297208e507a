//! The tutor on a terminal's whole screen.
//!
//! ```text
//! terminal: keys, window, signals ──┐
//! perform: answers ─────────────────┴─> run ──> Window: update(model), then the page laid out ──> view::draw
//! ```
//! It adds to the tutor only how it looks: the views are pure, the window keeps what is laid out, and `run` waits.

mod bare;
mod field;
mod pictures;
mod run;
mod shown;
pub(crate) mod view;
mod window;

pub use crate::terminal::{Clipboard, Colour, Looks, Signals};
pub use crate::tutor::{App, Background, DEMO_ACCOUNT, Ending, Outcome};
pub use pictures::{Picture, pictures};
pub use run::run;

#[cfg(test)]
mod tests;
