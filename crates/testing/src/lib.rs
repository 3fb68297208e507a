//! What the tests and benches of several crates share. Nothing here depends on the crates under test, so that each of
//! them can use it from its unit tests, too: what is asked of the program is asked of the one that was built.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test reports by panicking")]
#![allow(clippy::missing_panics_doc, reason = "a test reports by panicking")]

pub mod accounts;
pub mod aws;
pub mod bench;
pub mod hostile;
pub mod http;
pub mod imports;
pub mod processor;
pub mod program;
pub mod python;
pub mod random;
pub mod shell;
pub mod site;
