//! A text of bash as a syntax tree, as far as bash itself gets before it meets an error.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use shuck_ast::{Span, Stmt};
use shuck_parser::ShellDialect;
use shuck_parser::parser::Parser;

use super::super::lines::Lines;
use super::super::text::is_plain;
use super::{lone_braces, strict};

/// The longest text that is read, in bytes. User data itself has at most 16 KB.
const LONGEST: usize = 64 * 1024;
/// Brackets and keywords that may be open at once; the tree is walked recursively.
const DEEPEST: usize = 40;
/// Beginnings of a text with an error that are tried.
const MOST_ATTEMPTS: usize = 60;

/// What a text of bash is made of.
#[derive(Clone, Debug)]
pub struct Program {
    /// The text that positions in the tree refer to.
    pub text: Rc<str>,
    /// Its commands, up to the first that isn't one.
    pub body: Rc<[Stmt]>,
    /// The line of the first syntax error, where there is one.
    pub broken: Option<usize>,
    /// How its lines are counted.
    pub lines: Lines,
}

impl Program {
    /// Reads `text`; none where it is too long or nested too deeply to be followed.
    pub fn read(text: &str, lines: Lines) -> Option<Self> {
        if text.len() > LONGEST || !is_plain(text) || is_deep(text) || text.lines().any(goes_on_behind_a_document) {
            return None;
        }
        let (text, parsed) = attempt(text);
        Some(match parsed {
            Ok(body) => Self { text: text.into(), body: body.into(), broken: None, lines },
            Err(line) => Self { body: before(&text, line)?.into(), text: text.into(), broken: Some(line), lines },
        })
    }

    /// The line of the user data that a part of the text stands in.
    pub fn line(&self, span: Span) -> usize {
        self.line_number(span.line())
    }

    /// The line of the user data for a line of this text, counted from one.
    pub fn line_number(&self, line: usize) -> usize {
        match self.lines {
            Lines::From(first) => first + line.max(1) - 1,
            Lines::At(line) => line,
        }
    }
}

/// The commands of a text, or the line of its first error, with the text that they refer to. Where the parser gets further with
/// brackets as letters, they are.
fn attempt(text: &str) -> (Cow<'_, str>, Result<Vec<Stmt>, usize>) {
    let hidden = lone_braces::hidden(text);
    let parsed = parse(&hidden);
    let Err(line) = parsed else { return (hidden, parsed) };
    let all_hidden = lone_braces::all_hidden(text);
    match parse(&all_hidden) {
        Err(other) if other <= line => (hidden, parsed),
        further => (all_hidden, further),
    }
}

/// The commands of a text, or the line of its first error.
fn parse(text: &str) -> Result<Vec<Stmt>, usize> {
    let parsed = Parser::with_dialect(text, ShellDialect::Bash).parse();
    if !parsed.is_ok() {
        let shuck_parser::Error::Parse { line, .. } = parsed.strict_error();
        return Err(if line == 0 { text.lines().count().max(1) } else { line });
    }
    let body = parsed.file.body.stmts;
    let inner = Inner::default();
    match strict::error(text, &body, &|text| inner.error(text)) {
        Some(at) => Err(1 + text[..at].matches('\n').count()),
        None => Ok(body),
    }
}

/// Texts within `$(…)` that were read, with where their first error is: at the beginning of its line, in bytes.
#[derive(Default)]
struct Inner(RefCell<HashMap<String, Option<usize>>>);

impl Inner {
    /// Where the first error is in such a text.
    fn error(&self, text: &str) -> Option<usize> {
        if let Some(known) = self.0.borrow().get(text) {
            return *known;
        }
        let line = parse(text).err();
        let at = line.map(|line| text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum());
        self.0.borrow_mut().insert(text.to_owned(), at);
        at
    }
}

/// The commands that bash has run before it meets the error: it reads line by line, so all that are whole above its line. None
/// where that can't be told with a few attempts.
fn before(text: &str, line: usize) -> Option<Vec<Stmt>> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for kept in (0..line.min(lines.len() + 1)).rev().take(MOST_ATTEMPTS) {
        let prefix = &lines[..kept];
        // A line that goes on in the next one isn't whole.
        if prefix.last().is_some_and(|last| last.trim_end_matches('\n').ends_with('\\')) {
            continue;
        }
        if let Ok(body) = parse(&prefix.concat()) {
            return Some(body);
        }
    }
    None
}

/// Whether a line with a here-document goes on in the next one: the parser would take that for the first of the document.
fn goes_on_behind_a_document(line: &str) -> bool {
    line.ends_with('\\')
        && line.match_indices("<<").any(|(at, _)| {
            let word = line[at + 2..].trim_start_matches(['-', ' ']);
            word.starts_with(|one: char| one.is_alphabetic() || matches!(one, '\'' | '"' | '_'))
                && !line[..at].ends_with('<')
        })
}

/// Whether more is open at once than a tree may be deep. Counts too much rather than too little.
fn is_deep(text: &str) -> bool {
    let (mut brackets, mut keywords, mut quotes) = (0_usize, 0_usize, 0_usize);
    for character in text.chars() {
        match character {
            '(' | '{' => brackets += 1,
            ')' | '}' => brackets = brackets.saturating_sub(1),
            '`' => quotes += 1,
            _ => {}
        }
        if brackets > DEEPEST {
            return true;
        }
    }
    for word in
        text.split(|character: char| character.is_whitespace() || matches!(character, ';' | '&' | '|' | '(' | ')'))
    {
        match word {
            "if" | "while" | "until" | "for" | "case" | "select" => keywords += 1,
            "fi" | "done" | "esac" => keywords = keywords.saturating_sub(1),
            _ => {}
        }
        if keywords > DEEPEST {
            return true;
        }
    }
    quotes > 4 * DEEPEST
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("a\nb\nfi\nc", 2, Some(3); "a keyword too many")]
    #[test_case("a\nif b\nc\n", 1, Some(2); "one that is never closed")]
    #[test_case("a; fi", 0, Some(1); "on the same line")]
    #[test_case("a\nb 'c\n", 1, Some(2); "an open quote")]
    #[test_case("a\nb", 2, None; "none")]
    fn errors_stop_what_follows(text: &str, commands: usize, line: Option<usize>) {
        let program = Program::read(text, Lines::From(1)).unwrap();
        assert_eq!(program.body.len(), commands);
        assert_eq!(program.broken.is_some(), line.is_some());
    }

    #[test_case(&"(".repeat(5_000); "brackets")]
    #[test_case(&"if ".repeat(5_000); "keywords")]
    #[test_case(&"`\\".repeat(5_000); "backticks")]
    #[test_case(&"a".repeat(LONGEST + 1); "a long text")]
    #[test_case("su - <<'E' \\\nset -e\nE\n"; "a line that goes on behind a here-document")]
    fn what_is_too_much_is_not_read(text: &str) {
        assert!(Program::read(text, Lines::From(1)).is_none());
    }
}
