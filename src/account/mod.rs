//! Which account is read: one in AWS or the simulated one. What an account is, is
//! [`ec_site_tutor_core::account`]'s.

mod source;

#[cfg(not(feature = "aws"))]
pub mod aws;
#[cfg(feature = "aws")]
pub use ec_site_tutor_aws as aws;
pub use ec_site_tutor_core::account::*;
pub use ec_site_tutor_core::demo;
pub use source::Source;
