//! Ids that look like AWS's, without randomness: the same actions in the same order give the same ids.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The number of the simulated account; AWS gives it to nobody.
pub const ACCOUNT: &str = "000000000000";

/// Makes ids, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ids(u64);

impl Ids {
    /// Ids that share nothing with those of the lab's region.
    pub(super) fn of_another_region() -> Self {
        Self(1 << 32)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(1);
        scatter(self.0)
    }

    /// Such as `i-0123456789abcdef0`: the prefix and 17 hexadecimal digits.
    pub(super) fn ec2(&mut self, prefix: &str) -> String {
        format!("{prefix}-0{:016x}", self.next())
    }

    /// 16 hexadecimal digits, as at the end of the ARNs of load balancers.
    pub(super) fn hex(&mut self) -> String {
        format!("{:016x}", self.next())
    }

    /// Ten digits, as in the DNS names of load balancers.
    pub(super) fn digits(&mut self) -> String {
        format!("{:010}", self.next() % 10_000_000_000)
    }

    /// As in activity ids and names of alarms.
    pub(super) fn uuid(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}",
            high >> 32,
            high >> 16 & 0xffff,
            high & 0xfff,
            low >> 48 & 0xfff,
            low & 0xffff_ffff_ffff
        )
    }
}

/// The ids of a simulated account, and of what it has in another region, that are known again; far more than one makes.
const KNOWN: u64 = 1 << 14;
/// Hexadecimal digits of a number.
const DIGITS: usize = 16;

/// Whether `text` has an id in it that a simulated account made: AWS would have to draw one of these by chance.
#[must_use]
pub fn has_id_of_demo(text: &str) -> bool {
    static NUMBERS: LazyLock<HashSet<u64>> = LazyLock::new(|| {
        [0, 1 << 32].into_iter().flat_map(|first| (1..=KNOWN).map(move |n| scatter(first + n))).collect()
    });
    let digits = text.split(|letter: char| !letter.is_ascii_hexdigit()).filter(|digits| digits.len() >= DIGITS);
    let mut numbers = digits.filter_map(|digits| u64::from_str_radix(digits.get(digits.len() - DIGITS..)?, 16).ok());
    numbers.any(|number| NUMBERS.contains(&number))
}

/// One round of SplitMix64: neighbours in, strangers out.
fn scatter(number: u64) -> u64 {
    let mut mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The instant so many seconds after `at`, or before it where they are negative.
pub(super) fn later(at: Timestamp, seconds: i64) -> Timestamp {
    let end = if seconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    at.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(end)
}

/// An instant as AWS writes it in activities.
pub(super) fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
