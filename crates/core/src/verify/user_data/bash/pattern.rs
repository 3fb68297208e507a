//! Patterns of bash (Bash manual, "Pattern Matching"). A backslash makes the next character an ordinary one.

use super::super::text::is_known;

/// Alternatives of one pattern that are tried at most.
const MOST_ALTERNATIVES: usize = 64;

/// Whether `text` as a whole matches `pattern`; none where only a run could tell.
pub fn matches(pattern: &str, text: &str) -> Option<bool> {
    if pattern == "*" {
        return Some(true);
    }
    let alternatives = alternatives(pattern)?;
    let text_chars: Vec<char> = text.chars().collect();
    let hit = alternatives.iter().any(|alternative| one_matches(&tokens(alternative), &text_chars));
    if is_known(pattern) && is_known(text) {
        return Some(hit);
    }
    // A star takes whatever the unknown part is.
    if hit && is_known(pattern) && stars_take_unknowns(pattern, text) {
        return Some(true);
    }
    let fixed_begin: String = text.chars().take_while(|character| is_known(&character.to_string())).collect();
    let wanted: String = pattern.chars().take_while(|character| !"*?[\\(".contains(*character)).collect();
    let both: usize = fixed_begin.chars().count().min(wanted.chars().count());
    let differ = fixed_begin.chars().take(both).ne(wanted.chars().take(both)) && is_known(&wanted);
    if differ { Some(false) } else { None }
}

/// `*x*` matches a text in which `x` is known to stand.
fn stars_take_unknowns(pattern: &str, text: &str) -> bool {
    pattern
        .strip_prefix('*')
        .and_then(|rest| rest.strip_suffix('*'))
        .is_some_and(|inner| !inner.contains(['*', '?', '[', '\\', '(']) && text.contains(inner))
}

/// Whether a string has a character that a pattern gives a meaning.
pub fn is_pattern(text: &str) -> bool {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
        } else if matches!(character, '*' | '?') || character == '[' && text[at..].contains(']') {
            return true;
        }
    }
    false
}

/// The text that a pattern without meaning stands for.
pub fn unescaped(pattern: &str) -> String {
    let mut plain = String::new();
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        if character == '\\' { plain.extend(characters.next()) } else { plain.push(character) }
    }
    plain
}

/// A text as a pattern that matches nothing else.
pub fn escaped(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '*' | '?' | '[' | ']' | '\\' | '(' | ')' | '|' | '+' | '@' | '!') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

/// A pattern without `@(a|b)` and `?(a|b)`; none for groups that repeat or exclude.
fn alternatives(pattern: &str) -> Option<Vec<String>> {
    let mut done = vec![pattern.to_owned()];
    for _ in 0..8 {
        let Some(at) = done.iter().position(|one| group(one).is_some()) else { return Some(done) };
        let one = done.swap_remove(at);
        let (start, end) = group(&one)?;
        let kind = one[..start].chars().next_back()?;
        if !matches!(kind, '@' | '?') {
            return None;
        }
        let before = &one[..start - 1];
        let after = &one[end + 1..];
        let mut parts: Vec<&str> = one[start + 1..end].split('|').collect();
        if kind == '?' {
            parts.push("");
        }
        done.extend(parts.iter().map(|part| format!("{before}{part}{after}")));
        if done.len() > MOST_ALTERNATIVES {
            return None;
        }
    }
    None
}

/// Where the innermost first group opens and closes.
fn group(pattern: &str) -> Option<(usize, usize)> {
    let bytes = pattern.as_bytes();
    let mut start = None;
    let mut index = 0;
    while index < bytes.len() {
        match bytes[index] {
            b'\\' => index += 1,
            b'(' if index > 0 && b"@?*+!".contains(&bytes[index - 1]) => start = Some(index),
            b')' => return start.map(|start| (start, index)),
            _ => {}
        }
        index += 1;
    }
    None
}

enum Token {
    One(char),
    Any,
    Star,
    Class { wanted: bool, ranges: Vec<(char, char)> },
}

fn tokens(pattern: &str) -> Vec<Token> {
    let characters: Vec<char> = pattern.chars().collect();
    let mut tokens = Vec::new();
    let mut index = 0;
    while index < characters.len() {
        match characters[index] {
            '*' => tokens.push(Token::Star),
            '?' => tokens.push(Token::Any),
            '\\' if index + 1 < characters.len() => {
                index += 1;
                tokens.push(Token::One(characters[index]));
            }
            '[' => match class(&characters[index + 1..]) {
                Some((token, length)) => {
                    tokens.push(token);
                    index += length;
                }
                None => tokens.push(Token::One('[')),
            },
            other => tokens.push(Token::One(other)),
        }
        index += 1;
    }
    tokens
}

/// What stands behind `[`, and how many characters it takes with the closing bracket.
fn class(characters: &[char]) -> Option<(Token, usize)> {
    let wanted = !matches!(characters.first(), Some('!' | '^'));
    let begin = usize::from(!wanted);
    let mut ranges = Vec::new();
    let mut index = begin;
    while index < characters.len() {
        let character = characters[index];
        if character == ']' && index > begin {
            return Some((Token::Class { wanted, ranges }, index + 1));
        }
        if character == '[' && characters.get(index + 1) == Some(&':') {
            let end = (index + 2..characters.len()).find(|at| characters[*at] == ':')?;
            let name: String = characters[index + 2..end].iter().collect();
            ranges.extend_from_slice(named_class(&name));
            index = end + 2;
            continue;
        }
        match (characters.get(index + 1), characters.get(index + 2)) {
            (Some('-'), Some(last)) if *last != ']' => {
                ranges.push((character, *last));
                index += 3;
            }
            _ => {
                ranges.push((character, character));
                index += 1;
            }
        }
    }
    None
}

fn named_class(name: &str) -> &'static [(char, char)] {
    match name {
        "digit" => &[('0', '9')],
        "lower" => &[('a', 'z')],
        "upper" => &[('A', 'Z')],
        "alpha" => &[('a', 'z'), ('A', 'Z')],
        "alnum" => &[('a', 'z'), ('A', 'Z'), ('0', '9')],
        "space" => &[(' ', ' '), ('\t', '\r')],
        "blank" => &[(' ', ' '), ('\t', '\t')],
        "xdigit" => &[('0', '9'), ('a', 'f'), ('A', 'F')],
        "punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        _ => &[],
    }
}

impl Token {
    fn takes(&self, character: char) -> bool {
        match self {
            Self::One(one) => *one == character,
            Self::Any => true,
            Self::Star => false,
            Self::Class { wanted, ranges } => {
                ranges.iter().any(|(first, last)| (*first..=*last).contains(&character)) == *wanted
            }
        }
    }
}

/// Matches with one star to come back to, so in no more than pattern times text steps.
fn one_matches(pattern: &[Token], text: &[char]) -> bool {
    let (mut at, mut index) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while index < text.len() {
        match pattern.get(at) {
            Some(Token::Star) => {
                star = Some((at, index));
                at += 1;
            }
            Some(token) if token.takes(text[index]) => {
                at += 1;
                index += 1;
            }
            _ => {
                let Some((begin, taken)) = star else { return false };
                star = Some((begin, taken + 1));
                at = begin + 1;
                index = taken + 1;
            }
        }
    }
    pattern[at..].iter().all(|token| matches!(token, Token::Star))
}

/// The shortest or longest beginning of `text` that matches, in bytes; none where nothing does.
pub fn beginning(pattern: &str, text: &str, longest: bool) -> Option<usize> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let hits = |end: &usize| matches(pattern, &text[..*end]) == Some(true);
    if longest { ends.collect::<Vec<_>>().into_iter().rev().find(hits) } else { ends.into_iter().find(hits) }
}

/// Where the shortest or longest end of `text` that matches begins, in bytes.
pub fn ending(pattern: &str, text: &str, longest: bool) -> Option<usize> {
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let hits = |start: &usize| matches(pattern, &text[*start..]) == Some(true);
    if longest { starts.into_iter().find(hits) } else { starts.collect::<Vec<_>>().into_iter().rev().find(hits) }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("*.zip", "a.zip", Some(true); "a star")]
    #[test_case("*.zip", "a.zipx", Some(false); "a star and an end")]
    #[test_case("a?c", "abc", Some(true); "any character")]
    #[test_case("[!a-c]x", "dx", Some(true); "not in a range")]
    #[test_case("[[:digit:]]", "7", Some(true); "a named class")]
    #[test_case("[", "[", Some(true); "a bracket alone")]
    #[test_case("a\\*", "a*", Some(true); "an escaped star")]
    #[test_case("a\\*", "ab", Some(false); "an escaped star is none")]
    #[test_case("@(a|b)c", "bc", Some(true); "one of several")]
    #[test_case("?(a)c", "c", Some(true); "one or none")]
    #[test_case("!(a)", "b", None; "a group that excludes")]
    #[test_case("x*", "y\u{100000}", Some(false); "another beginning")]
    #[test_case("*:/a:*", ":\u{100000}:/a:", Some(true); "a known middle")]
    fn patterns(pattern: &str, text: &str, expected: Option<bool>) {
        assert_eq!(matches(pattern, text), expected);
    }

    #[test_case("[", false; "a bracket alone")]
    #[test_case("[a]", true; "a class")]
    #[test_case("\\*", false; "an escaped star")]
    #[test_case("a?", true; "any character")]
    fn what_is_a_pattern(text: &str, expected: bool) {
        assert_eq!(is_pattern(text), expected);
    }

    #[test]
    fn parts_of_a_text() {
        assert_eq!(beginning("*/", "a/b/c", false), Some(2));
        assert_eq!(beginning("*/", "a/b/c", true), Some(4));
        assert_eq!(ending(".*", "a.b.c", false), Some(3));
        assert_eq!(ending(".*", "a.b.c", true), Some(1));
    }
}
