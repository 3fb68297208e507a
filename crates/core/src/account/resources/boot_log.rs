//! What an instance printed while it booted.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The console output of an instance. AWS posts it minutes after the boot, so that it may still be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BootLog {
    /// Up to 64 KB of what the instance printed. It may hold terminal sequences, and anything that a program prints.
    pub text: String,
    /// When it was taken.
    pub at: Option<Timestamp>,
}
