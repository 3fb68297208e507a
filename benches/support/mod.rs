//! What the benches stand on, beside what the end-to-end tests do.

pub mod crowd;
pub mod front;
pub mod lab;
pub mod process;
