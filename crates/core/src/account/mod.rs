//! What the tutor knows of an AWS account: the [`Snapshot`], and what can be asked for it. Nothing here knows a lesson or
//! judges what was seen.

mod access;
mod area;
mod origin;
mod question;
pub mod resources;
mod scope;
mod snapshot;

pub use access::{Access, Role};
pub use area::{Area, Denial, Failure, FailureKind, Unseen};
pub use origin::{Origin, OriginKind};
pub use question::{Answer, Question};
pub use scope::Scope;
pub use snapshot::{Need, Snapshot};
