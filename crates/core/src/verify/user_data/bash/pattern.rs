//! Patterns of bash (Bash manual, "Pattern Matching"). A backslash makes the next character an ordinary one.

use super::super::text::is_known;

/// Alternatives of one pattern that are tried at most.
const MOST_ALTERNATIVES: usize = 64;

/// Whether `text` as a whole matches `pattern`; none where only a run could tell.
pub fn matches(pattern: &str, text: &str) -> Option<bool> {
    if pattern == "*" {
        return Some(true);
    }
    let has_meaning = pattern.bytes().any(|byte| b"*?[\\(".contains(&byte));
    if !has_meaning && is_known(pattern) && is_known(text) {
        return Some(pattern == text);
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
    if !text.bytes().any(|byte| b"*?[".contains(&byte)) {
        return false;
    }
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
    if !pattern.contains('\\') {
        return pattern.to_owned();
    }
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
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| b"*?[]\\()|+@!".contains(&byte)) {
        pattern.push_str(&rest[..at]);
        pattern.push('\\');
        pattern.push_str(&rest[at..=at]);
        rest = &rest[at + 1..];
    }
    pattern.push_str(rest);
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
    let lengths = lengths(pattern, &text.chars(), false);
    let hit = if longest { lengths.iter().max() } else { lengths.iter().min() };
    hit.map(|count| text.chars().take(*count).map(char::len_utf8).sum())
}

/// Where the shortest or longest end of `text` that matches begins, in bytes.
pub fn ending(pattern: &str, text: &str, longest: bool) -> Option<usize> {
    let lengths = lengths(pattern, &text.chars().rev(), true);
    let hit = if longest { lengths.iter().max() } else { lengths.iter().min() };
    hit.map(|count| text.len() - text.chars().rev().take(*count).map(char::len_utf8).sum::<usize>())
}

/// How many characters of `text` match, each way to do so; from behind where the pattern is read backwards. All ways are followed
/// at once, so it takes no more than pattern times text steps.
fn lengths(pattern: &str, text: &(impl Iterator<Item = char> + Clone), backwards: bool) -> Vec<usize> {
    let mut lengths = Vec::new();
    for alternative in alternatives(pattern).unwrap_or_default() {
        let mut tokens = tokens(&alternative);
        if backwards {
            tokens.reverse();
        }
        // Whether the tokens before each have taken all of the text so far.
        let mut taken = vec![false; tokens.len() + 1];
        taken[0] = true;
        pass_stars(&tokens, &mut taken);
        if taken[tokens.len()] {
            lengths.push(0);
        }
        for (count, character) in text.clone().enumerate() {
            let mut next = vec![false; tokens.len() + 1];
            for (at, token) in tokens.iter().enumerate().filter(|(at, _)| taken[*at]) {
                if matches!(token, Token::Star) {
                    next[at] = true;
                } else if token.takes(character) {
                    next[at + 1] = true;
                }
            }
            pass_stars(&tokens, &mut next);
            taken = next;
            if taken[tokens.len()] {
                lengths.push(count + 1);
            }
            if !taken.contains(&true) {
                break;
            }
        }
    }
    lengths
}

/// A star may take nothing.
fn pass_stars(tokens: &[Token], taken: &mut [bool]) {
    for (at, token) in tokens.iter().enumerate() {
        if taken[at] && matches!(token, Token::Star) {
            taken[at + 1] = true;
        }
    }
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

    #[test_case("*", 0, 5; "a star")]
    #[test_case("a*b", 2, 5; "a star between letters")]
    #[test_case("?[b]", 2, 2; "any character and a class")]
    #[test_case("@(a|abc)*", 1, 5; "one of several")]
    fn shortest_and_longest(pattern: &str, shortest: usize, longest: usize) {
        assert_eq!(beginning(pattern, "abcab", false), Some(shortest));
        assert_eq!(beginning(pattern, "abcab", true), Some(longest));
    }

    #[test]
    fn letters_of_several_bytes_are_counted_whole() {
        assert_eq!(beginning("?", "あb", true), Some(3));
        assert_eq!(ending("い*", "あいう", true), Some(3));
        assert_eq!(ending("x*", "あいう", true), None);
    }

    #[test]
    fn parts_of_a_text() {
        assert_eq!(beginning("*/", "a/b/c", false), Some(2));
        assert_eq!(beginning("*/", "a/b/c", true), Some(4));
        assert_eq!(ending(".*", "a.b.c", false), Some(3));
        assert_eq!(ending(".*", "a.b.c", true), Some(1));
    }
}
