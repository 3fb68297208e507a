//! A load on a real site: which addresses may get it, and the requests themselves.

mod client;
mod generator;
mod target;

pub use client::Target;
pub use generator::run;
pub use target::{is_loopback, is_own, named, opened, own};

#[cfg(test)]
mod tests;
