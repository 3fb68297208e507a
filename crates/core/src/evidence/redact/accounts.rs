//! Shortens account numbers to their last four digits, everywhere and each in the same way: what was equal stays equal,
//! and what differed still differs, so that checks find the same.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::user_data;
use crate::lesson::Lesson;
use crate::verify::SAMPLE_ACCOUNTS;

/// Digits of an account number.
const DIGITS: usize = 12;
/// Digits that stay.
const KEPT: usize = 4;

/// How each account number is written from now on.
pub struct Shortened(BTreeMap<String, String>);

impl Shortened {
    /// For the numbers in `data` and in `script`, beginning with the learner's `own`. Numbers that the lesson itself
    /// names and those of AWS's examples are nobody's, and checks know them.
    pub fn new(lesson: &Lesson, own: Option<&str>, data: &Value, script: &str) -> Self {
        let mut numbers = BTreeSet::new();
        collect(data, &mut numbers);
        numbers.extend(account_numbers(script).map(|(_, number)| number.to_owned()));
        let mut kept: BTreeSet<&str> = SAMPLE_ACCOUNTS.into_iter().collect();
        kept.extend(lesson.values.iter().flat_map(|(_, value)| account_numbers(value).map(|(_, number)| number)));
        let mut shortened = Self(BTreeMap::new());
        for number in own.into_iter().chain(numbers.iter().map(String::as_str)) {
            if own == Some(number) || !kept.contains(number) {
                shortened.add(number);
            }
        }
        shortened
    }

    fn add(&mut self, number: &str) {
        if number.len() != DIGITS || self.0.contains_key(number) {
            return;
        }
        let end = &number[DIGITS - KEPT..];
        let mut count = 0;
        let mut short = format!("{count:08}{end}");
        // Two accounts may end alike, and 000000000000 is one of AWS's examples.
        while self.0.values().any(|known| *known == short) || SAMPLE_ACCOUNTS.contains(&short.as_str()) {
            count += 1;
            short = format!("{count:08}{end}");
        }
        self.0.insert(number.to_owned(), short);
    }

    /// `value` with every string in it shortened.
    pub fn apply(&self, value: &mut Value) {
        match value {
            Value::String(string) => *string = self.text(string),
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.apply(field)),
            _ => {}
        }
    }

    /// `text` with every account number in it shortened.
    pub fn text(&self, text: &str) -> String {
        let mut done = String::with_capacity(text.len());
        let mut from = 0;
        for (at, number) in account_numbers(text) {
            done.push_str(&text[from..at]);
            done.push_str(self.0.get(number).map_or(number, String::as_str));
            from = at + number.len();
        }
        done + &text[from..]
    }

    /// User data with every account number in its script shortened.
    pub fn user_data(&self, encoded: &str) -> String {
        user_data::rewrite(encoded, |script| self.text(script))
    }
}

fn collect(value: &Value, numbers: &mut BTreeSet<String>) {
    match value {
        Value::String(string) => numbers.extend(account_numbers(string).map(|(_, number)| number.to_owned())),
        Value::Array(items) => items.iter().for_each(|item| collect(item, numbers)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, numbers)),
        _ => {}
    }
}

/// The account numbers in `text` with their places: twelve digits that no letter or digit stands beside.
pub fn account_numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |character: char| !character.is_ascii_alphanumeric();
    let words = text.split_inclusive(ends).scan(0, move |at, piece| {
        let start = *at;
        *at += piece.len();
        Some((start, piece.trim_end_matches(ends)))
    });
    words.filter(|(_, word)| word.len() == DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()))
}
