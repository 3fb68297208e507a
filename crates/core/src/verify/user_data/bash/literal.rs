//! Text of the script as quotes and backslashes make it (Bash manual, "Quoting").

use shuck_ast::{LiteralText, Span};

use super::Program;
use super::fields::Fields;
use super::pattern::escaped;

/// The text of a literal as it stands in the script, backslashes and all.
pub(super) fn literal_text(literal: &LiteralText, program: &Program, span: Span) -> String {
    literal.syntax_str(&program.text, span).to_owned()
}

/// Text without quotes: a backslash makes the next character an ordinary one, and joins lines.
pub(super) fn unquoted(text: &str, fields: &mut Fields) {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('\n') => {}
            Some(other) => plain.push_str(&escaped_one(other)),
            None => plain.push_str("\\\\"),
        }
    }
    fields.literal(&plain);
}

fn escaped_one(character: char) -> String {
    escaped(&character.to_string())
}

/// Text within double quotes (Bash manual, "Double Quotes").
pub(super) fn double_quoted(literal: &LiteralText, text: &str) -> String {
    let plain = without_escapes(text);
    match literal {
        // Where the parser has read escapes already, its text counts, unless it left some.
        LiteralText::CookedSource(cooked) if without_escapes(cooked) != plain => cooked.to_string(),
        _ => plain,
    }
}

fn without_escapes(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some('\n')) => {
                characters.next();
            }
            ('\\', Some('$' | '`' | '"' | '\\')) => plain.extend(characters.next()),
            _ => plain.push(character),
        }
    }
    plain
}

/// What stands in backticks: a backslash there escapes backslashes, dollar signs and backticks once more.
pub(super) fn within_backticks(text: &str, quoted: bool) -> String {
    let mut plain = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some('$' | '`' | '\\')) => plain.extend(characters.next()),
            ('\\', Some('"')) if quoted => plain.extend(characters.next()),
            _ => plain.push(character),
        }
    }
    plain
}
