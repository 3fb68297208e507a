//! Why a launch failed, by AWS's own words.

mod reasons;
mod words;

pub use reasons::Refusal;
use words::WORDS;

use crate::account::resources::Activity;
use crate::cause::CauseId;

/// What AWS ends such a message with; it says nothing of the reason.
const TAILS: [&str; 3] = [
    "launching ec2 instance failed",
    "validating load balancer configuration failed",
    "updating load balancer configuration failed",
];

impl Refusal {
    /// What AWS's words mean.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let words = plain(words);
        let fits = |parts: &[&str]| occur(parts, &words);
        WORDS.iter().find(|(parts, _)| fits(parts)).map_or(Self::Unknown, |(_, refusal)| *refusal)
    }

    /// Whether a cause is one of a launch that failed.
    #[must_use]
    pub fn is_cause(id: CauseId) -> bool {
        Self::ALL.iter().any(|refusal| refusal.id() == id)
    }
}

/// What AWS says of a launch that failed: the message, else the reason in the description, else the status.
#[must_use]
pub fn launch_words(activity: &Activity) -> &str {
    let message = activity.status_message.as_deref().map(str::trim).filter(|message| !message.is_empty());
    let described = || activity.description.as_deref()?.split_once("Status Reason:").map(|(_, reason)| reason.trim());
    message.or_else(described).unwrap_or(activity.status.as_str())
}

/// Small letters, without quotation marks and without what every message ends with.
fn plain(words: &str) -> String {
    let mut words: String =
        words.chars().filter(|c| !matches!(c, '\'' | '"' | '`' | '\u{2018}' | '\u{2019}')).collect();
    words.make_ascii_lowercase();
    for tail in TAILS {
        words = words.replace(tail, "");
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `parts` occur in this order, each at the beginning of a word.
fn occur(parts: &[&str], words: &str) -> bool {
    let mut rest = words;
    parts.iter().all(|part| match find(part, rest) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    })
}

fn find(part: &str, words: &str) -> Option<usize> {
    let begins = |at: usize| !words[..at].ends_with(|c: char| c.is_alphanumeric());
    words.match_indices(part).map(|(at, _)| at).find(|at| begins(*at))
}

#[cfg(test)]
mod tests;
