//! The little language that says which place of an account a scenario changes:
//! `security_groups[group_name=ec-site-alb-sg].ingress[0].peers`. The first word is an area, which must have been seen;
//! `[2]` is the third item of a list, and `[key=value]` is the only item with that value.

use serde_json::Value;

use crate::account_path::{Segment, Slip, segments, within};
use crate::i18n::Text;
use crate::msg;

/// What is wrong with the writing of `path`.
fn told(slip: Slip<'_>, path: &str) -> Text {
    match slip {
        Slip::Open => msg!(scenario_path_open, path = path),
        Slip::Selector(selector) => msg!(scenario_path_selector, path = path, selector = selector),
    }
}

/// The place that `path` leads to.
///
/// # Errors
/// It leads nowhere, or a selector fits none or several.
pub fn find<'a>(account: &'a mut Value, path: &str) -> Result<&'a mut Value, Text> {
    let mut place = account;
    for segment in segments(path).map_err(|slip| told(slip, path))? {
        place = step(within(place), &segment, path)?;
    }
    Ok(place)
}

fn step<'a>(place: &'a mut Value, segment: &Segment<'_>, path: &str) -> Result<&'a mut Value, Text> {
    match segment {
        Segment::Field(name) => {
            place.get_mut(*name).ok_or_else(|| msg!(scenario_path_field, path = path, field = *name))
        }
        Segment::Index(index) => {
            place.get_mut(*index).ok_or_else(|| msg!(scenario_path_item, path = path, item = index.to_string()))
        }
        Segment::Each => Err(told(Slip::Selector("*"), path)),
        Segment::Where(key, wanted) => {
            let items = place.as_array_mut().ok_or_else(|| msg!(scenario_path_no_list, path = path))?;
            let mut fitting = items.iter_mut().filter(|item| item.get(*key).and_then(Value::as_str) == Some(wanted));
            let item = format!("{key}={wanted}");
            let found = fitting.next().ok_or_else(|| msg!(scenario_path_item, path = path, item = &item))?;
            match fitting.next() {
                Some(_) => Err(msg!(scenario_path_several, path = path, item = item)),
                None => Ok(found),
            }
        }
    }
}

/// The list that `path` leads to.
///
/// # Errors
/// As [`find`], and where there is no list.
pub fn list<'a>(account: &'a mut Value, path: &str) -> Result<&'a mut Vec<Value>, Text> {
    within(find(account, path)?).as_array_mut().ok_or_else(|| msg!(scenario_path_no_list, path = path))
}

/// The list of the item that `path` ends in.
///
/// # Errors
/// `path` doesn't end in an item of a list.
pub fn list_of(path: &str) -> Result<&str, Text> {
    let list = path.strip_suffix(']').and_then(|path| path.rsplit_once('['));
    list.map(|(list, _)| list).ok_or_else(|| msg!(scenario_path_no_item, path = path))
}

/// Takes the item that `path` leads to out of its list.
///
/// # Errors
/// As [`find`], and where `path` doesn't end in a selector.
pub fn remove(account: &mut Value, path: &str) -> Result<Value, Text> {
    let wanted = find(account, path)?.clone();
    let items = list(account, list_of(path)?)?;
    let at = items.iter().position(|item| *item == wanted);
    at.map(|at| items.remove(at)).ok_or_else(|| msg!(scenario_path_no_item, path = path))
}
