//! Words as they come out of expansion: split at blanks, then matched with files (Bash manual, "Word Splitting", "Filename Expansion").

use super::super::machine::{Files, Machine, Node, absolute};
use super::super::text::is_unknown;
use super::lone_braces::shown;
use super::pattern::{escaped, is_pattern, matches, unescaped};

/// Names that one pattern may stand for.
const MOST_NAMES: usize = 200;

/// The fields of one word. Each is kept as a pattern: what was quoted has a backslash.
#[derive(Debug, Default)]
pub struct Fields {
    done: Vec<String>,
    open: Option<String>,
}

impl Fields {
    /// Text that isn't split and means itself.
    pub fn quoted(&mut self, text: &str) {
        self.open.get_or_insert_default().push_str(&escaped(&shown(text)));
    }

    /// Text of the script itself: not split, but it may be a pattern.
    pub fn literal(&mut self, text: &str) {
        if !text.is_empty() {
            self.open.get_or_insert_default().push_str(&shown(text));
        }
    }

    /// The value of an expansion without quotes.
    pub fn split(&mut self, text: &str, separators: &str) {
        let separates = |character: char| separators.contains(character) && !is_unknown(character);
        let is_blank = |character: char| separates(character) && matches!(character, ' ' | '\t' | '\n');
        let mut rest = text.trim_start_matches(is_blank);
        if rest.len() < text.len() {
            self.end();
        }
        loop {
            let end = rest.find(separates).unwrap_or(rest.len());
            if end > 0 {
                self.open.get_or_insert_default().push_str(&rest[..end].replace('\\', "\\\\"));
            }
            if end == rest.len() {
                return;
            }
            // Any number of blanks separate once; each other sign ends a field, which may be empty.
            rest = rest[end..].trim_start_matches(is_blank);
            if let Some(behind) = rest.strip_prefix(separates) {
                self.open.get_or_insert_default();
                rest = behind.trim_start_matches(is_blank);
            }
            self.end();
        }
    }

    /// The value of an expansion without quotes within a pattern.
    pub fn pattern(&mut self, text: &str) {
        self.open.get_or_insert_default().push_str(text);
    }

    /// The field ends here.
    pub fn end(&mut self) {
        self.done.extend(self.open.take());
    }

    /// All fields, as patterns.
    pub fn patterns(mut self) -> Vec<String> {
        self.end();
        self.done
    }
}

/// The names that a field stands for.
pub fn names(machine: &Machine, folder: &str, pattern: &str, dots: bool) -> Vec<String> {
    if !is_pattern(pattern) {
        return vec![unescaped(pattern)];
    }
    let (begin, rest) = match pattern.strip_prefix('/') {
        Some(rest) => ("/".to_owned(), rest),
        None => (String::new(), pattern),
    };
    let mut found = vec![begin];
    let parts: Vec<&str> = rest.split('/').collect();
    for (index, part) in parts.iter().enumerate() {
        let is_last = index + 1 == parts.len();
        let mut next = Vec::new();
        for before in &found {
            step(machine, folder, before, part, dots, &mut next);
        }
        if !is_last {
            next.retain(|path| machine.is_folder(&absolute(folder, path)) == Some(true));
            for path in &mut next {
                path.push('/');
            }
        }
        next.truncate(MOST_NAMES);
        found = next;
    }
    found
}

/// The paths that one more part of a pattern leads to.
fn step(machine: &Machine, folder: &str, before: &str, part: &str, dots: bool, next: &mut Vec<String>) {
    if part.is_empty() {
        next.push(before.to_owned());
        return;
    }
    if !is_pattern(part) {
        let path = format!("{before}{}", unescaped(part));
        if exists(machine, &absolute(folder, &path)) {
            next.push(path);
        }
        return;
    }
    let place = machine.files.resolve(&absolute(folder, before), true);
    for child in children(&machine.files, &place) {
        let hidden = child.starts_with('.') && !part.starts_with('.') && !dots;
        if !hidden && matches(part, &child) == Some(true) {
            next.push(format!("{before}{child}"));
        }
    }
}

fn children(files: &Files, place: &str) -> Vec<String> {
    match files.get(place) {
        Some(Node::Folder { .. }) => files.children(place),
        _ if place == "/" => files.children("/"),
        _ => Vec::new(),
    }
}

fn exists(machine: &Machine, path: &str) -> bool {
    matches!(machine.look_at(path), crate::verify::user_data::machine::Found::Node(_))
}
