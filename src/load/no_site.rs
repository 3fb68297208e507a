//! What stands for real sites in a build without AWS: targets that can't be had, so that everything else is the same.

use std::convert::Infallible;
use std::future::Future;
use std::ops::ControlFlow;

use crate::i18n::Text;
use crate::msg;
use ec_site_tutor_core::load::{Ending, Figures, Plan, Site};

/// A target that can't be made.
#[derive(Clone, Debug)]
pub struct Target {
    /// Never read.
    pub host: String,
    never: Infallible,
}

/// Refuses.
///
/// # Errors
/// Always: this build has only the demo.
#[expect(clippy::unused_async, reason = "as in the build with AWS, where the name is resolved")]
pub async fn own(_: &Site) -> Result<Target, Text> {
    Err(msg!(load_without_sites))
}

/// Refuses.
///
/// # Errors
/// Always: this build has only the demo.
#[expect(clippy::unused_async, reason = "as in the build with AWS, where the name is resolved")]
pub async fn named(_: &str) -> Result<Target, Text> {
    Err(msg!(load_without_sites))
}

/// Never called.
///
/// # Errors
/// None.
#[expect(clippy::unused_async, reason = "as in the build with AWS, where the site is opened")]
pub async fn opened(target: Target) -> Result<(Target, u16), Text> {
    match target.never {}
}

/// Never called.
#[must_use]
pub fn is_loopback(target: &Target) -> bool {
    match target.never {}
}

/// Never called.
#[must_use]
pub fn is_own(target: &Target, _: &Target) -> bool {
    match target.never {}
}

/// Never called.
#[expect(clippy::unused_async, reason = "as in the build with AWS, where requests are sent")]
pub async fn run(
    _: &Plan,
    target: &Target,
    _: impl Future<Output = ()>,
    _: impl FnMut(Figures) -> ControlFlow<()>,
) -> (Ending, Figures) {
    match target.never {}
}
