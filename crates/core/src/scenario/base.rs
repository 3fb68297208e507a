//! The accounts that a pack's tests begin with.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::Base;
use crate::demo::SimulatedAccount;
use crate::evidence;
use crate::i18n::Text;
use crate::lesson::{Lesson, Pack, load};
use crate::msg;

/// The account that the demo of the pack begins with.
const DEMO: &str = "demo";
/// The account in which everything of the built-in lesson is done.
const STEP4: &str = "step4";
/// The ending of a page of evidence.
const PAGE: &str = ".html";

impl Base {
    /// The account called `name` in a test of `lesson`, which is that of `pack`, as it is at the instant `now`.
    ///
    /// # Errors
    /// There is no such account, or a page can't be read.
    pub fn named(name: &str, lesson: &Lesson, pack: &Pack, now: Timestamp) -> Result<Self, Text> {
        let account = match name {
            DEMO => value(&SimulatedAccount::new(lesson, now).snapshot(now))?,
            STEP4 => value(&SimulatedAccount::finished(&built_in(lesson)?, now).snapshot(now))?,
            page if page.ends_with(PAGE) && pack.list("tests").iter().any(|file| file == page) => {
                let text = pack.read(&format!("tests/{page}")).map_err(|error| error.text())?;
                let read = evidence::read(text.as_bytes());
                value(&read.map_err(|error| msg!(test_bad_page, page = page, error = error.text()))?.snapshot)?
            }
            _ => return Err(msg!(test_unknown_base, name = name)),
        };
        Self::new(lesson, account)
    }
}

/// The built-in lesson with those values of `lesson` that it has, too.
fn built_in(lesson: &Lesson) -> Result<Lesson, Text> {
    let none = BTreeMap::new();
    let known = load(&Pack::Embedded, &none).map_err(|error| error.text())?;
    let shared = lesson.values.iter().filter(|(name, _)| known.values.get(name).is_some());
    let own = shared.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    load(&Pack::Embedded, &own).map_err(|error| error.text())
}

fn value(account: &impl Serialize) -> Result<Value, Text> {
    serde_json::to_value(account).map_err(|error| Text::verbatim(error.to_string()))
}
