//! What the tutor knows of an AWS account: the [`Snapshot`], and the sources that it comes from.
//! No SDK type leaves this module, and nothing here judges what it sees.

mod access;
mod area;
pub mod demo;
mod question;
pub mod resources;
mod scope;
mod snapshot;

pub use access::{Access, Role};
pub use area::{Area, Denial, Failure, FailureKind, Unseen};
pub use question::{Answer, Question};
pub use scope::{Need, Scope};
pub use snapshot::Snapshot;
