//! The little language that says which place of an account a scenario changes:
//! `security_groups[group_name=ec-site-alb-sg].ingress[0].peers`. The first word is an area, which must have been seen;
//! `[2]` is the third item of a list, and `[key=value]` is the only item with that value.

use serde_json::Value;

/// One step of a path.
enum Segment<'a> {
    Field(&'a str),
    Index(usize),
    Where(&'a str, &'a str),
}

fn segments(path: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (selector, after) = inside.split_once(']').unwrap_or_else(|| panic!("{path}: no closing bracket"));
            segments.push(match selector.split_once('=') {
                Some((key, value)) => Segment::Where(key, value),
                None => Segment::Index(selector.parse().unwrap_or_else(|_| panic!("{path}: [{selector}]"))),
            });
            rest = after;
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            segments.push(Segment::Field(&rest[..end]));
            rest = &rest[end..];
        }
    }
    segments
}

/// The place that `path` leads to.
///
/// # Panics
/// Where it leads nowhere, or a selector fits none or several.
pub fn find<'a>(account: &'a mut Value, path: &str) -> &'a mut Value {
    let mut place = account;
    for segment in segments(path) {
        if place.get("seen").is_some() {
            place = &mut place["seen"];
        }
        place = step(place, &segment, path);
    }
    place
}

fn step<'a>(place: &'a mut Value, segment: &Segment<'_>, path: &str) -> &'a mut Value {
    match segment {
        Segment::Field(name) => place.get_mut(*name).unwrap_or_else(|| panic!("{path}: no field {name}")),
        Segment::Index(index) => place.get_mut(*index).unwrap_or_else(|| panic!("{path}: no item {index}")),
        Segment::Where(key, wanted) => {
            let items = place.as_array_mut().unwrap_or_else(|| panic!("{path}: not a list"));
            let mut fitting = items.iter_mut().filter(|item| item.get(*key).and_then(Value::as_str) == Some(wanted));
            let found = fitting.next().unwrap_or_else(|| panic!("{path}: no item with {key} {wanted}"));
            assert!(fitting.next().is_none(), "{path}: several items with {key} {wanted}");
            found
        }
    }
}

/// Takes the item that `path` leads to out of its list.
///
/// # Panics
/// As [`find`], and where `path` doesn't end in a selector.
pub fn remove(account: &mut Value, path: &str) -> Value {
    let (list, selector) = path.rsplit_once('[').unwrap_or_else(|| panic!("{path}: names no item of a list"));
    let wanted = find(account, path).clone();
    assert!(selector.ends_with(']'), "{path}: names no item of a list");
    let mut place = find(account, list);
    if place.get("seen").is_some() {
        place = &mut place["seen"];
    }
    let items = place.as_array_mut().unwrap_or_else(|| panic!("{path}: not a list"));
    let at = items.iter().position(|item| *item == wanted).unwrap_or_else(|| panic!("{path}: nothing there"));
    items.remove(at)
}
