//! What the tutor knows of an AWS account: the [`Snapshot`], and the sources that it comes from.
//! No SDK type leaves this module, and nothing here judges what it sees.

mod area;
pub mod aws;
pub mod demo;
mod question;
pub mod resources;
mod scope;
mod site;
mod snapshot;
mod source;

pub use area::{Area, Denial, Failure, FailureKind, Unseen};
pub use question::{Answer, Question};
pub use scope::{Need, Scope};
pub use snapshot::Snapshot;
pub use source::Source;
