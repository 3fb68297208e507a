//! Ways through a script: what only a run could tell is tried one way, then the other.

use std::collections::HashMap;

/// Decisions on one way that are followed both ways.
const MOST_CHOICES: usize = 12;

/// A decision that the text leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The line of user data.
    pub line: usize,
    /// The command, as far as it may be shown.
    pub construct: String,
    /// How it went on this way.
    pub value: bool,
    /// Whether the other way was followed before.
    pub is_second: bool,
}

/// The decisions of one way.
#[derive(Debug, Default)]
pub struct Choices {
    taken: Vec<Choice>,
    planned: Vec<Choice>,
    known: HashMap<String, bool>,
    /// How often something was asked that the text leaves open.
    pub asked: usize,
}

impl Choices {
    /// The way that goes as `planned` and then as each decision is likelier.
    pub fn following(planned: Vec<Choice>) -> Self {
        Self { planned, ..Self::default() }
    }

    /// How `key` goes on this way; none where too much is open. The same key goes the same way.
    pub fn decide(&mut self, key: &str, construct: &str, line: usize, likely: bool) -> Option<bool> {
        self.asked += 1;
        if let Some(value) = self.known.get(key) {
            return Some(*value);
        }
        let choice = match self.planned.get(self.taken.len()) {
            Some(choice) => choice.clone(),
            None if self.taken.len() >= MOST_CHOICES => return None,
            None => Choice { line, construct: construct.to_owned(), value: likely, is_second: false },
        };
        let value = choice.value;
        self.known.insert(key.to_owned(), value);
        self.taken.push(choice);
        Some(value)
    }

    /// What was decided on this way.
    pub fn taken(self) -> Vec<Choice> {
        self.taken
    }
}

/// The decisions of the next way after one that was followed; none after the last.
pub fn next(mut taken: Vec<Choice>) -> Option<Vec<Choice>> {
    while let Some(last) = taken.last_mut() {
        if !last.is_second {
            last.is_second = true;
            last.value = !last.value;
            return Some(taken);
        }
        taken.pop();
    }
    None
}

/// The decision in which two ways part.
pub fn parting<'a>(one: &'a [Choice], other: &[Choice]) -> Option<&'a Choice> {
    one.iter().zip(other).find(|(one, other)| one.value != other.value).map(|(one, _)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_followed_once() {
        let mut ways = Vec::new();
        let mut planned = Some(Vec::new());
        while let Some(plan) = planned {
            let mut choices = Choices::following(plan);
            let first = choices.decide("a", "a", 1, true).unwrap();
            let second = first && choices.decide("b", "b", 2, false).unwrap();
            assert_eq!(choices.decide("a", "a", 3, false), Some(first));
            ways.push((first, second));
            planned = next(choices.taken());
        }
        assert_eq!(ways, [(true, false), (true, true), (false, false)]);
    }
}
