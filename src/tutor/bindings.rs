//! Tables of keys: each row says where which keys ask for what, and how that is called. What a key does, the help page and
//! the footer are all made from one table.

use super::key::Key;
use crate::i18n::{Localizer, Text};

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Binding<P, C> {
    /// Where it works.
    pub place: P,
    /// What it does.
    pub command: C,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What it does, in a few words.
    pub label: fn() -> Text,
    /// Its rank in the footer, 1 first; none for keys that stand in the help only.
    pub footer: Option<u8>,
}

impl<P, C> Binding<P, C> {
    /// Its keys as they stand on a keyboard, each once.
    #[must_use]
    pub fn key_names(&self, localizer: &Localizer) -> String {
        let mut names: Vec<String> = self.keys.iter().map(|key| localizer.say(&key.name())).collect();
        names.dedup();
        names.join(" ")
    }
}

/// What `key` asks for in the places that `covers` lets through; the first row that fits wins.
pub fn bound<P: Copy, C: Copy>(table: &[Binding<P, C>], key: Key, covers: impl Fn(P) -> bool) -> Option<C> {
    table.iter().find(|row| covers(row.place) && row.keys.contains(&key)).map(|row| row.command)
}

/// The rows that a footer may show where `covers` lets them through, the most important first.
pub fn ranked<P: Copy, C: PartialEq>(
    table: &'static [Binding<P, C>],
    covers: impl Fn(P) -> bool,
) -> Vec<&'static Binding<P, C>> {
    let here = table.iter().filter(|row| covers(row.place));
    let mut rows: Vec<(u8, &Binding<P, C>)> = here.filter_map(|row| Some((row.footer?, row))).collect();
    rows.sort_by_key(|(rank, _)| *rank);
    // A page that names a way of its own for the same thing needs no second one.
    let mut shown: Vec<&Binding<P, C>> = Vec::new();
    for (_, row) in rows {
        if !shown.iter().any(|other| other.command == row.command) {
            shown.push(row);
        }
    }
    shown
}
