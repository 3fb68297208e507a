//! Sends the load on the learner's own site: GET requests to the one target that was looked up and shown. What a load
//! is, and what it is counted and told by, is [`ec_site_tutor_core::load`]'s.

mod client;
mod generator;
mod rehearsal;
mod runner;
pub mod target;

pub use client::{LIMIT, Target};
pub use ec_site_tutor_core::load::*;
pub use generator::run;
pub use rehearsal::demo_pace;
pub use runner::{Event, Leash, Place, begin, opened};

#[cfg(test)]
mod tests;
