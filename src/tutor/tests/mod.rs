//! The tutor without anything to show it on.

mod borders;
mod keys;
