//! Sends the load on the learner's own site: GET requests to the one target that was looked up and shown. What a load
//! is, and what it is counted and told by, is [`ec_site_tutor_core::load`]'s.

mod client;
mod generator;
mod runner;
mod simulated;
pub mod target;

pub use client::{LIMIT, Target};
pub use ec_site_tutor_core::load::*;
pub use generator::run;
pub use runner::{Destination, Event, Handle, begin, opened};
pub use simulated::demo_pace;

#[cfg(test)]
mod tests;
