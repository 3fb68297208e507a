//! Half-width kana with a sound mark, such as `ｶﾞ`: Unicode makes one letter of the two, terminals draw each in a cell of
//! its own, and ratatui-core 0.1.2 counts three cells with unicode-width 0.2.3, so that everything behind would move.

use std::borrow::Cow;

const VOICED: char = '\u{ff9e}';
const SEMI_VOICED: char = '\u{ff9f}';

/// The half-width kana that a voiced mark may follow, and the full-width letter of both.
const WITH_VOICED: &str = "ｳヴｶガｷギｸグｹゲｺゴｻザｼジｽズｾゼｿゾﾀダﾁヂﾂヅﾃデﾄドﾊバﾋビﾌブﾍベﾎボﾜヷｦヺ";
/// The same for the semi-voiced mark.
const WITH_SEMI_VOICED: &str = "ﾊパﾋピﾌプﾍペﾎポ";

/// `text` to be drawn in as many cells as [`super::width`] counts: a half-width kana and its sound mark as the one
/// full-width letter, which takes two cells as well. A mark behind anything else becomes a sign of one cell.
#[must_use]
pub fn drawn(text: &str) -> Cow<'_, str> {
    if !text.contains([VOICED, SEMI_VOICED]) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let Some((pairs, alone)) = mark(character) else {
            shown.push(character);
            continue;
        };
        let before = shown.pop();
        match before.and_then(|kana| composed(pairs, kana)) {
            Some(letter) => shown.push(letter),
            None => shown.extend(before.into_iter().chain([alone])),
        }
    }
    Cow::Owned(shown)
}

/// The letters that a mark makes, and what stands for the mark alone.
fn mark(character: char) -> Option<(&'static str, char)> {
    match character {
        VOICED => Some((WITH_VOICED, '"')),
        SEMI_VOICED => Some((WITH_SEMI_VOICED, 'o')),
        _ => None,
    }
}

fn composed(pairs: &str, kana: char) -> Option<char> {
    let mut letters = pairs.chars();
    while let (Some(half), Some(full)) = (letters.next(), letters.next()) {
        if half == kana {
            return Some(full);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::text::width;

    #[test_case("ｶﾞｲﾄﾞ", "ガｲド"; "voiced")]
    #[test_case("ﾊﾟｽ-ｳﾞ", "パｽ-ヴ"; "semi-voiced, and a rare one")]
    #[test_case("ec-site", "ec-site"; "nothing to do")]
    #[test_case("ﾞaﾟｱﾞ", "\"aoｱ\""; "marks that belong to nothing")]
    #[test_case("ｶﾞﾞ", "ガ\""; "one mark too many")]
    fn sound_marks_take_the_cells_that_are_counted(text: &str, expected: &str) {
        assert_eq!(drawn(text), expected);
        assert_eq!(width(&drawn(text)), width(text));
    }
}
