//! A minute of the simulated account: how long it takes, who visits in it, and what CloudWatch makes of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Seconds that stand for one minute of load.
pub const MINUTE: i64 = 3;
/// Points above the target that set AlarmHigh off.
pub(super) const HIGH_POINTS: i32 = 3;
/// Points below its threshold that set AlarmLow off.
pub(super) const LOW_POINTS: i32 = 15;

/// Visits under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Load {
    pub(super) requests_a_minute: f64,
    pub(super) minutes_left: u8,
}

/// What CloudWatch shows of a minute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Point {
    /// Start of the minute.
    pub(super) started_at: Timestamp,
    /// Requests per target.
    pub(super) count: f64,
    /// Requests to all targets together.
    pub(super) requests: f64,
}
