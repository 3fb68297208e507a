//! Plain mode: the tutor as lines and prompts, for screen readers, dumb terminals and pipes. No colour, no drawing, no
//! byte that moves a cursor.
//!
//! ```text
//! lines, answers ──> Session: order ──> update(model) ──> Effect ──> perform
//!                       │
//!                       └──> Speech: what changed, in words ──> stdout
//! ```
//! The model and what happens to it are those of the screen; only hearing and saying are different. `Session` is pure;
//! only `run` waits, reads and writes.

mod input;
mod orders;
mod run;
mod say;
mod session;
mod speech;
mod voice;

pub use run::run;
