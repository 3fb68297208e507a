//! What a drill does to a sound account, as data. A place is a path such as
//! `security_groups[group_name=ec-site-web-sg].ingress[0].from_port`: the first word is an area of the snapshot, `[2]` the third
//! item of a list, `[key=value]` every item with that value, `[*]` every item.
//!
//! Within paths, and within strings that are put there, `@(path)` stands for the string at a place of the sound account, and `@(-600)` for the
//! instant ten minutes ago.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::Value;

use crate::account_path::{Segment, segments, within};

/// A place of the account, and exactly one thing that is done to it.
#[derive(Clone, Debug, Deserialize)]
pub struct Change {
    at: String,
    #[serde(flatten)]
    deed: Deed,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Deed {
    /// Puts a value there.
    Set(Value),
    /// Does what needs nothing more to be said.
    Do(Simply),
    /// Adds an item to the end of the list there.
    Push(Value),
    /// Adds an item to the beginning of the list there.
    Lead(Value),
    /// Replaces text in what the base64 string there stands for.
    Script(Replace),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Simply {
    /// Puts nothing (null) there.
    Clear,
    /// Takes the items out of their list.
    Remove,
    /// Encodes the string there in base64 once more.
    Encode,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replace {
    from: String,
    to: String,
}

/// A change that the account has no place for: the path, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {problem}")]
pub struct Misfit {
    at: String,
    problem: &'static str,
}

impl Misfit {
    /// An account that isn't one any more.
    pub(super) fn unreadable(drill: &str) -> Self {
        Self { at: drill.to_owned(), problem: "this is no account any more" }
    }
}

impl Change {
    /// Does it to `account`; `sound` is the account before any change, at the instant `now`.
    ///
    /// # Errors
    /// The account has no such place.
    pub fn apply(&self, account: &mut Value, sound: &Value, now: Timestamp) -> Result<(), Misfit> {
        let fill = |value: &Value| filled(value, sound, now).map_err(|problem| self.misfit(problem));
        let deed = match &self.deed {
            Deed::Set(value) => Deed::Set(fill(value)?),
            Deed::Push(value) => Deed::Push(fill(value)?),
            Deed::Lead(value) => Deed::Lead(fill(value)?),
            Deed::Do(_) | Deed::Script(_) => self.deed.clone(),
        };
        let at = filled_text(&self.at, sound, now).map_err(|problem| self.misfit(problem))?;
        let segments = segments(&at).map_err(|_| self.misfit("no path is written so"))?;
        if let Deed::Do(Simply::Remove) = deed {
            return self.remove(account, &segments);
        }
        let mut done = Ok(());
        let places = visit(account, &segments, &mut |place| {
            if let Err(problem) = put(place, &deed) {
                done = Err(self.misfit(problem));
            }
        });
        if places == 0 { Err(self.misfit("there is no such place")) } else { done }
    }

    fn misfit(&self, problem: &'static str) -> Misfit {
        Misfit { at: self.at.clone(), problem }
    }

    fn remove(&self, account: &mut Value, segments: &[Segment<'_>]) -> Result<(), Misfit> {
        let (field, list) = segments.split_last().ok_or_else(|| self.misfit("there is no such place"))?;
        let mut removed = 0;
        visit(account, list, &mut |place| {
            if let Some(items) = within(place).as_array_mut() {
                let all = items.len();
                let mut index = 0;
                items.retain(|item| {
                    let goes = fits(*field, index, item);
                    index += 1;
                    !goes
                });
                removed += all - items.len();
            }
        });
        if removed == 0 { Err(self.misfit("nothing to remove")) } else { Ok(()) }
    }
}

fn put(place: &mut Value, deed: &Deed) -> Result<(), &'static str> {
    let place = within(place);
    let text = |place: &Value| place.as_str().map(str::to_owned).ok_or("not a string");
    match deed {
        Deed::Set(value) => *place = value.clone(),
        Deed::Do(Simply::Clear) => *place = Value::Null,
        Deed::Do(Simply::Encode) => *place = STANDARD.encode(text(place)?).into(),
        // Taking out is done where the list is.
        Deed::Do(Simply::Remove) => {}
        Deed::Push(item) => place.as_array_mut().ok_or("not a list")?.push(item.clone()),
        Deed::Lead(item) => place.as_array_mut().ok_or("not a list")?.insert(0, item.clone()),
        Deed::Script(Replace { from, to }) => {
            let decoded = STANDARD.decode(text(place)?).map_err(|_| "not base64")?;
            let script = String::from_utf8(decoded).map_err(|_| "not a text")?;
            if !script.contains(from) {
                return Err("nothing to replace");
            }
            *place = STANDARD.encode(script.replace(from, to)).into();
        }
    }
    Ok(())
}

/// Whether the item at `index` of a list is meant.
fn fits(segment: Segment<'_>, index: usize, item: &Value) -> bool {
    match segment {
        Segment::Field(_) => false,
        Segment::Index(wanted) => index == wanted,
        Segment::Where(key, wanted) => item.get(key).and_then(Value::as_str) == Some(wanted),
        Segment::Each => true,
    }
}

/// Does something at every place that the path leads to; how many those are.
fn visit(place: &mut Value, path: &[Segment<'_>], act: &mut impl FnMut(&mut Value)) -> usize {
    let Some((first, rest)) = path.split_first() else {
        act(place);
        return 1;
    };
    let place = within(place);
    if let Segment::Field(name) = first {
        return place.get_mut(*name).map_or(0, |next| visit(next, rest, act));
    }
    let items = place.as_array_mut().into_iter().flatten().enumerate();
    items.filter_map(|(index, item)| fits(*first, index, item).then(|| visit(item, rest, act))).sum()
}

/// The string at a place; that of the first item where there are several.
fn text_at(account: &Value, path: &str) -> Option<String> {
    let mut found = None;
    // Looking changes nothing, but the walk is the one that changes.
    visit(&mut account.clone(), &segments(path).ok()?, &mut |place| {
        found = found.take().or_else(|| place.as_str().map(str::to_owned));
    });
    found
}

/// `value` with what stands for something of the sound account, or for an instant, put into its strings.
fn filled(value: &Value, sound: &Value, now: Timestamp) -> Result<Value, &'static str> {
    Ok(match value {
        Value::String(text) => filled_text(text, sound, now)?.into(),
        Value::Array(items) => {
            Value::Array(items.iter().map(|item| filled(item, sound, now)).collect::<Result<_, _>>()?)
        }
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| Ok((name.clone(), filled(value, sound, now)?)));
            Value::Object(fields.collect::<Result<_, &'static str>>()?)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    })
}

fn filled_text(text: &str, sound: &Value, now: Timestamp) -> Result<String, &'static str> {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("@(") {
        let (name, after) = inside.split_once(')').ok_or("a reference is open")?;
        filled.push_str(before);
        let found = match name.parse::<i64>() {
            Ok(seconds) => now.checked_add(SignedDuration::from_secs(seconds)).ok().map(written),
            Err(_) => text_at(sound, name),
        };
        filled.push_str(&found.ok_or("a reference leads nowhere")?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// An instant as AWS writes it.
fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn change(text: &str) -> Change {
        toml::from_str(text).unwrap()
    }

    fn applied(text: &str) -> Result<Value, Misfit> {
        let sound = json!({ "groups": { "seen": [
            { "name": "a", "id": "sg-1", "rules": [{ "port": 80 }] },
            { "name": "b", "id": "sg-2", "rules": [] },
        ] }, "script": "aGVsbG8=" });
        let mut account = sound.clone();
        change(text).apply(&mut account, &sound, "2026-01-01T01:00:00Z".parse().unwrap())?;
        Ok(account)
    }

    #[test]
    fn places_are_found_by_name_by_number_and_all_at_once() {
        let port = applied("at = 'groups[name=a].rules[0].port'\nset = 8080").unwrap();
        assert_eq!(port["groups"]["seen"][0]["rules"][0]["port"], 8080);
        let all = applied("at = 'groups[*].name'\nset = 'c'").unwrap();
        assert_eq!((&all["groups"]["seen"][0]["name"], &all["groups"]["seen"][1]["name"]), (&json!("c"), &json!("c")));
        let gone = applied("at = 'groups[name=b]'\ndo = 'remove'").unwrap();
        assert_eq!(gone["groups"]["seen"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn what_is_put_there_may_name_what_stands_elsewhere_and_when() {
        let other = applied("at = 'groups[name=b].rules'\npush = { peer = '@(groups[name=a].id)', at = 'At @(-600)' }");
        let put = &other.unwrap()["groups"]["seen"][1]["rules"][0];
        assert_eq!((&put["peer"], &put["at"]), (&json!("sg-1"), &json!("At 2026-01-01T00:50:00Z")));
    }

    #[test]
    fn scripts_are_changed_behind_their_encoding() {
        let said = applied("at = 'script'\nscript = { from = 'hello', to = 'bye' }").unwrap();
        assert_eq!(said["script"], STANDARD.encode("bye"));
    }

    #[test]
    fn a_place_that_is_not_there_is_an_error_and_never_skipped() {
        for wrong in [
            "at = 'groups[name=c].rules'\nset = []",
            "at = 'groups[5]'\ndo = 'remove'",
            "at = 'groups[0'\nset = 1",
            "at = 'script'\nscript = { from = 'nothing', to = '' }",
            "at = 'script'\nset = '@(nowhere)'",
            "at = 'script'\npush = 1",
        ] {
            assert!(applied(wrong).is_err(), "{wrong}");
        }
    }
}
