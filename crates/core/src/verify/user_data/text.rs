//! Text of which parts are known only when the script runs, or stand for bytes that nobody needs to read.
//!
//! Such a part is one character of the last private plane of Unicode, which user data never holds ([`is_plain`]).
//! The same unknown part is the same character, so a value equals itself whatever it is.

/// The shop's archive, as bytes.
pub const ARCHIVE: char = '\u{10FF00}';
/// The shop's `package.json`.
pub const MANIFEST: char = '\u{10FF01}';
/// The shop's own sources.
pub const SOURCES: char = '\u{10FF02}';
/// The shop's `ecosystem.config.js`.
pub const ECOSYSTEM: char = '\u{10FF03}';
/// The shop's `server.js`.
pub const SERVER: char = '\u{10FF04}';
/// What an install leaves in `node_modules`.
pub const MODULES: char = '\u{10FF05}';
/// What a build leaves in `.next`.
pub const BUILD: char = '\u{10FF06}';
/// A program of the machine; its name follows.
pub const PROGRAM: char = '\u{10FF07}';

const FIRST_UNKNOWN: u32 = 0x10_0000;
const UNKNOWNS: u32 = 0xF000;
/// A text that grows beyond this is no longer followed, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// The unknown part with this number.
pub fn unknown(number: u32) -> char {
    char::from_u32(FIRST_UNKNOWN + number % UNKNOWNS).unwrap_or('\u{100000}')
}

/// Whether a character stands for what only a run could tell.
pub fn is_unknown(character: char) -> bool {
    (FIRST_UNKNOWN..FIRST_UNKNOWN + UNKNOWNS).contains(&u32::from(character))
}

fn is_mark(character: char) -> bool {
    u32::from(character) >= FIRST_UNKNOWN
}

/// Whether no part of `text` is left to a run.
pub fn is_known(text: &str) -> bool {
    !text.contains(is_unknown)
}

/// Whether `text` holds none of the characters that have a meaning here.
pub fn is_plain(text: &str) -> bool {
    !text.contains(is_mark)
}

/// A text for people, with dots where only a run could tell.
pub fn shown(text: &str) -> String {
    text.chars().map(|character| if is_mark(character) { "...".to_owned() } else { character.to_string() }).collect()
}

/// Whether two texts are the same; none where only a run could tell.
pub fn equal(left: &str, right: &str) -> Option<bool> {
    if left == right {
        return Some(true);
    }
    if (is_known(left) && is_known(right)) || !may_begin_alike(left.chars(), right.chars()) {
        return Some(false);
    }
    if !may_begin_alike(left.chars().rev(), right.chars().rev()) {
        return Some(false);
    }
    None
}

/// Whether two texts agree up to the first unknown part of either.
fn may_begin_alike(mut left: impl Iterator<Item = char>, mut right: impl Iterator<Item = char>) -> bool {
    loop {
        match (left.next(), right.next()) {
            (Some(one), Some(other)) if is_unknown(one) || is_unknown(other) => return true,
            (Some(one), None) | (None, Some(one)) => return is_unknown(one),
            (Some(one), Some(other)) if one != other => return false,
            (None, None) => return true,
            _ => {}
        }
    }
}

/// Whether a text is empty; none where only a run could tell.
pub fn is_empty(text: &str) -> Option<bool> {
    if text.is_empty() {
        Some(true)
    } else if text.chars().all(is_unknown) {
        None
    } else {
        Some(false)
    }
}

/// The beginning of the first line: enough to recognise it, and nothing that it may assign.
pub fn beginning(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take_while(|character| *character != '=').take(24).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("a", "a", Some(true); "the same")]
    #[test_case("a", "b", Some(false); "another")]
    #[test_case("a\u{100000}", "b\u{100001}", Some(false); "another beginning")]
    #[test_case("\u{100000}a", "\u{100001}b", Some(false); "another end")]
    #[test_case("\u{100000}", "\u{100000}", Some(true); "the same unknown")]
    #[test_case("\u{100000}", "x", None; "an unknown and a known one")]
    #[test_case("abc", "ab\u{100000}", None; "an unknown end")]
    #[test_case("ab", "ab\u{100000}", None; "an unknown end that may be empty")]
    #[test_case("a", "ab", Some(false); "a longer one")]
    fn equality(left: &str, right: &str, expected: Option<bool>) {
        assert_eq!(equal(left, right), expected);
        assert_eq!(equal(right, left), expected);
    }
}
