//! SDK types to the tutor's own. What AWS leaves out stays out; nothing is guessed.

pub mod balancing;
pub mod compute;
pub mod listener_rule;
pub mod metric;
pub mod network;
pub mod scaling;
pub mod storage;

use aws_sdk_ec2::primitives::DateTime;
use jiff::Timestamp;

/// An instant of AWS; none where it is out of range.
pub fn timestamp(at: &DateTime) -> Option<Timestamp> {
    Timestamp::new(at.secs(), i32::try_from(at.subsec_nanos()).ok()?).ok()
}

/// A string that AWS always gives.
fn given(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

/// A string that AWS may leave out.
fn perhaps(value: Option<&str>) -> Option<String> {
    value.map(str::to_owned)
}

/// The Name tag; an empty one is none.
fn name_tag(tags: &[aws_sdk_ec2::types::Tag]) -> Option<String> {
    tag(tags, "Name").filter(|name| !name.is_empty())
}

fn tag(tags: &[aws_sdk_ec2::types::Tag], key: &str) -> Option<String> {
    tags.iter().find(|tag| tag.key() == Some(key)).and_then(|tag| perhaps(tag.value()))
}
