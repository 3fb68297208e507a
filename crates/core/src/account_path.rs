//! How a place of an account kept as JSON is written: `security_groups[group_name=ec-site-alb-sg].ingress[0].peers`. The first
//! word is an area, `[2]` is the third item of a list, `[key=value]` one with that value, `[*]` every one.

use serde_json::Value;

/// What an area that was read stands behind.
pub const SEEN: &str = "seen";

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub enum Segment<'a> {
    /// A field of an object.
    Field(&'a str),
    /// An item of a list by its number, from 0 on.
    Index(usize),
    /// An item that has this value in this field.
    Where(&'a str, &'a str),
    /// Every item, `[*]`: for drills alone.
    Each,
}

/// What is wrong with the writing of a path.
#[derive(Clone, Copy, Debug)]
pub enum Slip<'a> {
    /// A bracket is open.
    Open,
    /// This in brackets selects nothing.
    Selector(&'a str),
}

/// The steps of `path`.
///
/// # Errors
/// It isn't written as a path is.
pub fn segments(path: &str) -> Result<Vec<Segment<'_>>, Slip<'_>> {
    let mut segments = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (selector, after) = inside.split_once(']').ok_or(Slip::Open)?;
            segments.push(match selector.split_once('=') {
                Some((key, value)) => Segment::Where(key, value),
                None if selector == "*" => Segment::Each,
                None => Segment::Index(selector.parse().map_err(|_| Slip::Selector(selector))?),
            });
            rest = after;
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            segments.push(Segment::Field(&rest[..end]));
            rest = &rest[end..];
        }
    }
    Ok(segments)
}

/// What was read, where `place` is an area.
pub fn within(place: &mut Value) -> &mut Value {
    if place.get(SEEN).is_some() { &mut place[SEEN] } else { place }
}
