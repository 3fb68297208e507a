//! What the learner's own site answers through its load balancer.

use serde::{Deserialize, Serialize};

/// The outcome of one HTTP GET.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteAnswer {
    /// An HTTP answer came.
    Answered {
        /// Its status code.
        status: u16,
        /// The instance that the answer names, in a header or at the beginning of its text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instance: Option<String>,
    },
    /// No HTTP answer came to where this program runs. That says nothing about anybody else's way to the site.
    NotReached {
        /// What kind of failure.
        kind: SiteFailure,
        /// The operating system's or the client's own words.
        detail: String,
    },
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SiteFailure {
    /// The name has no address here.
    NameNotResolved,
    /// The connection was refused.
    Refused,
    /// No answer in time.
    TimedOut,
    /// Anything else, such as a proxy that answers in the site's place.
    Other,
}
