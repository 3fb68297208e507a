//! What the learner's own site answers through its load balancer.

use serde::{Deserialize, Serialize};

/// The outcome of an HTTP GET of the front page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteAnswer {
    /// An HTTP answer came.
    Answered(SiteResponse),
    /// No HTTP answer came to where this program runs. That says nothing about anybody else's way to the site.
    NotReached {
        /// What kind of failure.
        kind: SiteFailure,
        /// The operating system's or the client's own words.
        detail: String,
    },
}

/// What an HTTP answer shows. Of several tries it is the last without a server error, where there is one, else the last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteResponse {
    /// Its status code.
    pub status: u16,
    /// The instance that the answer names, in a header or at the beginning of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Its header `Server`. What a load balancer answers by itself says `awselb/2.0`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<String>,
    /// Where it sends visitors, whole, but without what may hold a secret: user, query and fragment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Its header `x-amzn-waf-action`: what AWS WAF asks of the visitor before it lets anybody through, such as `challenge`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firewall: Option<String>,
    /// The addresses of the same host that the visitor was sent to before, first to last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub followed: Vec<String>,
    /// The status codes of all tries, first to last, where the site was asked more than once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tries: Vec<u16>,
}

impl SiteResponse {
    /// An answer of which nothing but the status code is known.
    #[must_use]
    pub fn of(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    /// Whether it is a page.
    #[must_use]
    pub fn is_page(&self) -> bool {
        (200..300).contains(&self.status) && self.firewall.is_none()
    }
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
