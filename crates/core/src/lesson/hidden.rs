//! What no text of a pack may hold: characters that can't be seen, or that act on a terminal. A snippet is printed bare
//! and pasted into a shell; whoever reads it must see all of it.

use toml::de::{DeTable, DeValue};

use super::LessonError;
use super::source::SourceText;
use crate::i18n::Text;
use crate::msg;
use crate::text::is_hidden;

/// Refuses `text` of `file` with such a character in it. Line ends and tabs are seen.
///
/// # Errors
/// The first such character, with its place.
pub fn refuse_in_text(file: &str, text: &str) -> Result<(), LessonError> {
    let is_meant = |(_, character): &(usize, char)| !matches!(character, '\n' | '\t') && is_hidden(*character);
    let found = text.char_indices().find(is_meant);
    found.map_or(Ok(()), |(offset, character)| Err(LessonError::at(file, text, offset, problem(character))))
}

/// Refuses a TOML `table` of `source` with a string that holds such a character, written as an escape.
///
/// # Errors
/// The first such string, with its place.
pub fn refuse_in_table(source: SourceText<'_>, table: &DeTable<'_>) -> Result<(), LessonError> {
    in_table(table).map_or(Ok(()), |(offset, character)| Err(source.fault(offset, problem(character))))
}

/// What is wrong with a text that holds such a character; none where it holds none.
#[must_use]
pub fn in_value(text: &str) -> Option<Text> {
    text.chars().find(|character| is_hidden(*character)).map(problem)
}

fn problem(character: char) -> Text {
    msg!(lesson_hidden_character, character = character.escape_default().to_string())
}

type FirstHidden = Option<(usize, char)>;

fn in_table(table: &DeTable<'_>) -> FirstHidden {
    let mut entries = table.iter();
    entries.find_map(|(key, value)| {
        in_string(key.span().start, key.get_ref()).or_else(|| in_node(value.span().start, value.get_ref()))
    })
}

fn in_node(offset: usize, value: &DeValue<'_>) -> FirstHidden {
    match value {
        DeValue::String(text) => in_string(offset, text),
        DeValue::Array(items) => items.iter().find_map(|item| in_node(item.span().start, item.get_ref())),
        DeValue::Table(table) => in_table(table),
        _ => None,
    }
}

fn in_string(offset: usize, text: &str) -> FirstHidden {
    text.chars().find(|character| is_hidden(*character)).map(|character| (offset, character))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("a = \"b\"\nc = [\"\\u001b\"]", (2, 6); "in a list")]
    #[test_case("[t]\n\"\\u202e\" = 1", (2, 1); "in a name")]
    #[test_case("t = { a = 1, b = \"x\\ny\" }", (1, 18); "a line end in a table within a line")]
    fn escapes_are_found_at_their_strings(source: &str, place: (usize, usize)) {
        let table = DeTable::parse(source).unwrap();
        let refused = refuse_in_table(SourceText { file: "f", text: source }, table.get_ref());
        assert_eq!(refused.unwrap_err().position, Some(place));
    }

    #[test]
    fn characters_are_found_where_they_stand() {
        assert_eq!(refuse_in_text("f", "a\n\tb\u{202e}").unwrap_err().position, Some((2, 3)));
        assert_eq!(refuse_in_text("f", "a\n\tb"), Ok(()));
    }
}
