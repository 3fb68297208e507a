//! What the tests of several crates share. Nothing here depends on the crates under test, so that each of them can use
//! it from its unit tests, too.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]

pub mod accounts;
pub mod hostile;
pub mod processor;
