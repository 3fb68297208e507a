//! Sends the load on the learner's own site: GET requests to the one target that was looked up and shown. What a load
//! is, and what it is counted and told by, is [`ec_site_tutor_core::load`]'s.

#[cfg(not(feature = "aws"))]
pub mod no_site;
mod runner;
mod simulated;
#[cfg(feature = "aws")]
pub mod site;

pub use ec_site_tutor_core::load::*;
#[cfg(not(feature = "aws"))]
pub use no_site as site;
pub use runner::{Destination, Handle, LoadEvent, begin};
pub use simulated::demo_pace;
