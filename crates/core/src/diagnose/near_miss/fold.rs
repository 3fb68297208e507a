//! Letters that look alike, brought to one form, and what was changed on the way: full-width letters, the many
//! dashes of a Japanese keyboard, spaces, and letters that can't be seen.

use crate::text::is_hidden;

/// A letter that stands in place of another that looks like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lookalike {
    /// The letter that was found.
    pub found: char,
    /// What it looks like.
    pub like: char,
    /// Its place, counted from 1.
    pub position: usize,
}

/// A name in the form in which names are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folded {
    /// In ASCII as far as that goes, without outer or double spaces; upper and lower case as they were.
    pub text: String,
    /// Letters that were replaced.
    pub lookalikes: Vec<Lookalike>,
    /// Places of letters that can't be seen, counted from 1, with the letter.
    pub unseen: Vec<(char, usize)>,
    /// Whether it began with a space.
    pub space_before: bool,
    /// Whether it ended with a space.
    pub space_after: bool,
    /// Whether there were several spaces in a row within it.
    pub spaces_within: bool,
}

/// Brings `name` to the form in which names are compared.
#[must_use]
pub fn fold(name: &str) -> Folded {
    let mut plain = String::new();
    let (mut lookalikes, mut unseen) = (Vec::new(), Vec::new());
    for (index, found) in name.chars().enumerate() {
        let position = index + 1;
        if is_hidden(found) {
            unseen.push((found, position));
            continue;
        }
        let like = like(found);
        if like != found {
            lookalikes.push(Lookalike { found, like, position });
        }
        plain.push(like);
    }
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let trimmed = plain.trim();
    Folded {
        spaces_within: trimmed != text,
        space_before: plain.starts_with(char::is_whitespace),
        space_after: plain.ends_with(char::is_whitespace),
        text,
        lookalikes,
        unseen,
    }
}

/// The letter that `letter` looks like, or itself.
fn like(letter: char) -> char {
    match letter {
        // Full-width forms stand 0xFEE0 above ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{a0}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | '\u{30fc}' | '\u{ff70}' | '\u{fe63}' => '-',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("ec\u{ff0d}site", '\u{ff0d}'; "full-width hyphen")]
    #[test_case("ec\u{30fc}site", '\u{30fc}'; "long-vowel mark")]
    #[test_case("ec\u{ff70}site", '\u{ff70}'; "half-width long-vowel mark")]
    #[test_case("ec\u{2010}site", '\u{2010}'; "hyphen")]
    #[test_case("ec\u{2212}site", '\u{2212}'; "minus")]
    #[test_case("ec\u{2013}site", '\u{2013}'; "en dash")]
    #[test_case("ec\u{2014}site", '\u{2014}'; "em dash")]
    fn dashes_become_hyphens_and_are_noted(name: &str, found: char) {
        let folded = fold(name);
        assert_eq!(folded.text, "ec-site");
        assert_eq!(folded.lookalikes, [Lookalike { found, like: '-', position: 3 }]);
    }

    #[test]
    fn spaces_are_noted_and_taken_away() {
        let folded = fold(" \u{3000}a  b ");
        assert_eq!(folded.text, "a b");
        assert!(folded.space_before && folded.space_after && folded.spaces_within);
        let clean = fold("a b");
        assert!(!clean.space_before && !clean.space_after && !clean.spaces_within && clean.lookalikes.is_empty());
    }

    #[test]
    fn letters_that_can_not_be_seen_are_noted() {
        assert_eq!(fold("ab\u{200b}c").unseen, [('\u{200b}', 3)]);
        assert_eq!(fold("\u{ff25}c").text, "Ec");
    }
}
