//! The real program: where it is, and ways to run it.

mod baseline;
mod check;
mod place;
mod said;
mod talk;
mod terminal;

pub use baseline::{Baseline, STEPS, Verdicts, names};
pub use check::{Checked, check, check_at_home, check_by, home_with, text, tutor};
pub use place::{program, temporary_folder};
pub use said::{allowed_actions, set_values, snippet};
pub use talk::{Talk, plain_program};
pub use terminal::{Terminal, send, silent_server};
