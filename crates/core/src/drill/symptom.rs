//! What a fault looks like from outside, as whoever complains tells it.

use serde::{Deserialize, Serialize};

use crate::i18n::Text;
use crate::msg;

/// What a customer, or whoever watches the shop, sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Symptom {
    /// The browser waits and gives up.
    Unreachable,
    /// 502: the load balancer reaches the instance, and nothing answers.
    Refused,
    /// 504: packets are lost between load balancer and instance.
    Timeout,
    /// 500: the shop answers with an error.
    Code,
    /// The shop opens, and every target is called unhealthy.
    Unhealthy,
    /// 503: no target is in use.
    Unused,
    /// 503: there is no target.
    Empty,
    /// 503: there is no instance.
    NoMembers,
    /// 503: the only instance is stopped.
    Stopped,
    /// Everybody is sent elsewhere.
    Redirected,
    /// Everybody gets one and the same answer that isn't the shop's.
    Answered,
    /// The load came, and no instance was added.
    NeverScaled,
}

impl Symptom {
    /// What is told.
    #[must_use]
    pub fn complaint(self) -> Text {
        match self {
            Self::Unreachable => msg!(drill_complaint_unreachable),
            Self::Refused => msg!(drill_complaint_code, code = "502 Bad Gateway"),
            Self::Timeout => msg!(drill_complaint_code, code = "504 Gateway Time-out"),
            Self::Code => msg!(drill_complaint_error),
            Self::Unhealthy => msg!(drill_complaint_unhealthy),
            Self::Unused | Self::Empty | Self::NoMembers | Self::Stopped => {
                msg!(drill_complaint_code, code = "503 Service Temporarily Unavailable")
            }
            Self::Redirected => msg!(drill_complaint_redirected),
            Self::Answered => msg!(drill_complaint_answered),
            Self::NeverScaled => msg!(drill_complaint_never_scaled),
        }
    }
}
