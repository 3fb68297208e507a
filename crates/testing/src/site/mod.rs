//! The learner's site, as visitors meet it on the loopback.

mod shop;
mod visited;

pub use shop::Shop;
pub use visited::Visited;
