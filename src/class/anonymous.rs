//! A class without names and accounts, for a wall that everybody sees. Pure.

use std::collections::{BTreeMap, HashMap};

use super::row::{Reason, Row, Speakers};
use crate::i18n::Text;
use crate::msg;

/// Digits of an account's number.
const ACCOUNT_DIGITS: usize = 12;

/// Numbers learners in the place of their names, each always by the same number.
#[derive(Debug, Default)]
pub struct Anonymity {
    numbers: HashMap<String, usize>,
    speakers: Speakers,
}

impl Anonymity {
    /// For the learners of these keys, numbered in this order.
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = String>) -> Self {
        let numbers = keys.into_iter().enumerate().map(|(index, key)| (key, index + 1)).collect();
        Self { numbers, speakers: Speakers::default() }
    }

    /// The row with a number for everything that tells who it is.
    pub fn hide(&mut self, row: &Row) -> Row {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(row.key()).or_insert(next);
        Row {
            id: number.to_string(),
            name: format!("#{number}"),
            account: None,
            place: None,
            more: Vec::new(),
            values: BTreeMap::new(),
            traces: Vec::new(),
            said: None,
            // Commands name accounts and what is called after learners.
            next: Vec::new(),
            cause: row.cause.as_ref().map(without_accounts),
            unread: row.unread.as_ref().map(|reason| self.unread(reason)),
            marks: row.marks.iter().map(|mark| self.mark(mark)).collect(),
            copies: row.copies.iter().map(|mark| self.mark(mark)).collect(),
            ..row.clone()
        }
    }

    /// Marks name other learners.
    fn mark(&self, mark: &Reason) -> Reason {
        let text = msg!(class_anonymous_mark, id = mark.id.clone().unwrap_or_default());
        Reason::new(mark.id.as_deref(), &text, &self.speakers)
    }

    /// Why an account can't be read names roles, profiles and files, which are called after learners.
    fn unread(&self, reason: &Reason) -> Reason {
        let id = reason.id.clone().unwrap_or_default();
        Reason { id: reason.id.clone(), text: self.speakers.say(&Text::verbatim(id)) }
    }
}

fn without_accounts(reason: &Reason) -> Reason {
    let mut reason = reason.clone();
    reason.text.ja = hidden(&reason.text.ja);
    reason.text.en = hidden(&reason.text.en);
    reason
}

/// `text` with nothing but stars where an account's number stands.
fn hidden(text: &str) -> String {
    let mut done = String::with_capacity(text.len());
    let mut digits = String::new();
    let flush = |digits: &mut String, done: &mut String| {
        if digits.len() == ACCOUNT_DIGITS {
            *done += &"*".repeat(ACCOUNT_DIGITS);
        } else {
            *done += digits;
        }
        digits.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        flush(&mut digits, &mut done);
        done.push(letter);
    }
    flush(&mut digits, &mut done);
    done
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::class::row::StepMark;
    use crate::verify::Status;

    #[test]
    fn nothing_of_a_row_tells_who_it_is_and_everything_else_stays() {
        let speakers = Speakers::default();
        let reason = |text: &str| Reason::new(Some("id"), &Text::verbatim(text), &speakers);
        let steps = vec![StepMark { id: "1-1".into(), status: Status::Failed }];
        let row = Row {
            name: "Tanaka".into(),
            account: Some("418602573914".into()),
            marks: vec![reason("Tanaka and Sato")],
            copies: vec![reason("Tanaka and Sato")],
            more: vec![("class".into(), "Tanaka's".into())],
            traces: vec!["r418602573914".into()],
            place: Some(7),
            ..Row::of_marks(
                "Tanaka-1",
                "l",
                Timestamp::UNIX_EPOCH,
                steps,
                Some(reason("arn:aws:iam::418602573914:x 12")),
            )
        };
        let unread = Row { unread: Some(reason("no role Tanaka in 418602573914")), ..row.clone() };
        let mut anonymity = Anonymity::of(["a".to_owned(), row.key()]);
        for row in [&row, &unread] {
            let hidden = anonymity.hide(row);
            let json = serde_json::to_string(&hidden).unwrap();
            assert!(!json.contains("Tanaka") && !json.contains("Sato") && !json.contains("418602573914"), "{json}");
            assert_eq!((hidden.name.as_str(), hidden.current.as_deref()), ("#2", Some("1-1")));
            assert!(json.contains("arn:aws:iam::************:x 12") || hidden.unread.is_some());
        }
        assert_eq!(anonymity.hide(&Row { id: "new".into(), ..row }).name, "#3");
    }
}
