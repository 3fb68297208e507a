//! What the learner probably made where something isn't there: the same name mistyped, in another place, or gone.
//! Pure. Nothing that the lab itself uses is ever taken for something else.

mod candidates;
mod elsewhere;
mod fold;
mod known;
mod likeness;
mod misses;
mod only;
mod other_kind;
mod prefix;
mod questions;
mod relation;
mod repair;
mod search;
mod sighting;
mod subjects;
mod substitute;
mod tie;
mod uses;
mod words;

pub use misses::{NearMisses, near_misses};
pub use questions::questions;
