//! What strings from outside must not do: act on a terminal, reorder or hide text, run over other lines, never end.

use std::borrow::Cow;
use std::str::Chars;

use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, NoncharacterCodePoint};
use icu_properties::{CodePointMapData, CodePointSetData};
use unicode_width::UnicodeWidthChar;

/// The longest string from outside that is shown, in characters as shown; the rest is cut. A tag value has at most 256.
const LONGEST_VISIBLE: usize = 2_000;
/// Stands for what was cut.
const CUT: &str = "...";

/// The marks that may follow each other on one letter. Living scripts stack no more; a pile of them covers the lines
/// around it, and takes no cell however many there are.
const MOST_MARKS: usize = 4;

/// Draws a key around what stands before it.
const KEYCAP: char = '\u{20e3}';

/// `text` from an untrusted source as [`clean`] has it, and cut where it is absurdly long.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    // A character takes four bytes at most.
    let head = &text[..text.floor_char_boundary(4 * LONGEST_VISIBLE)];
    let shown = sanitize(head);
    if head.len() == text.len() && shown.chars().nth(LONGEST_VISIBLE).is_none() {
        return shown;
    }
    let kept = shown.chars().take(LONGEST_VISIBLE - CUT.len());
    Cow::Owned(kept.chain(CUT.chars()).collect())
}

/// `text` with every character that could act on a terminal, reorder or hide text, and marks beyond what a letter
/// carries, written as escapes (`\u{1b}`). For texts that are shown to their end, such as what a learner wrote.
#[must_use]
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    for (character, is_safe) in weighed(text) {
        if is_safe {
            cleaned.push(character);
        } else {
            cleaned.extend(character.escape_default());
        }
    }
    Cow::Owned(cleaned)
}

/// The characters of `text`, each with whether it can be shown as it is: it isn't hidden, and not one mark too many.
/// A variation selector is shown where it chooses a form of what stands before it.
pub fn weighed(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut rest = text.chars();
    let (mut marks, mut before) = (0, None);
    std::iter::from_fn(move || {
        let character = rest.next()?;
        marks = if takes_no_cell(character) { marks + 1 } else { 0 };
        let is_safe = marks <= MOST_MARKS && (!is_hidden(character) || chooses_a_form(before, character, &rest));
        before = Some(character);
        Some((character, is_safe))
    })
}

/// Whether `character` chooses how the one `before` it is drawn: as a sign or in colour, or one of the forms of a kanji. Letters and
/// digits of ASCII have one form only, so that a selector there would hide, but for keycaps.
fn chooses_a_form(before: Option<char>, character: char, rest: &Chars<'_>) -> bool {
    let Some(before) = before.filter(|before| !takes_no_cell(*before) && !is_hidden(*before)) else { return false };
    let is_keycap = "0123456789#*".contains(before) && rest.as_str().starts_with(KEYCAP);
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}') && (!before.is_ascii() || is_keycap)
}

/// Control characters, the format characters that reorder or hide what is around them, whatever else Unicode has shown
/// as nothing at all, and what is no character.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    match character {
        '\0'..='\x7f' => character.is_ascii_control(),
        // Kana and kanji are told at once: most of the lessons is made of them, and the tables take their time.
        'ぁ'..='ヿ' | '一'..='鿿' => false,
        _ => is_hidden_by_tables(character),
    }
}

fn is_hidden_by_tables(character: char) -> bool {
    match CodePointMapData::<GeneralCategory>::new().get(character) {
        GeneralCategory::Control
        | GeneralCategory::Format
        | GeneralCategory::LineSeparator
        | GeneralCategory::ParagraphSeparator => true,
        GeneralCategory::Unassigned => is_ignorable(character) || is_no_character(character),
        GeneralCategory::NonspacingMark | GeneralCategory::OtherLetter => is_ignorable(character),
        _ => false,
    }
}

fn is_ignorable(character: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

fn is_no_character(character: char) -> bool {
    CodePointSetData::new::<NoncharacterCodePoint>().contains(character)
}

/// Whether it is drawn on what stands before or behind it.
fn takes_no_cell(character: char) -> bool {
    character.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("ec-site-alb-sg", "ec-site-alb-sg"; "plain")]
    #[test_case("a\u{1b}[31mb", "a\\u{1b}[31mb"; "escape")]
    #[test_case("a\nb", "a\\nb"; "newline")]
    #[test_case("a\tb", "a\\tb"; "tab")]
    #[test_case("a\u{7f}b", "a\\u{7f}b"; "delete")]
    #[test_case("a\u{9b}b", "a\\u{9b}b"; "c1")]
    #[test_case("a\u{ad}b", "a\\u{ad}b"; "soft hyphen")]
    #[test_case("a\u{202e}b", "a\\u{202e}b"; "bidi")]
    #[test_case("a\u{200b}b", "a\\u{200b}b"; "zero width")]
    #[test_case("a\u{34f}b", "a\\u{34f}b"; "grapheme joiner")]
    #[test_case("a\u{3164}b", "a\\u{3164}b"; "filler")]
    #[test_case("a\u{17b4}b", "a\\u{17b4}b"; "inherent vowel")]
    #[test_case("a\u{fe0f}\u{e0100}b", "a\\u{fe0f}\\u{e0100}b"; "variation selectors that choose nothing")]
    #[test_case("葛\u{e0100}城", "葛\u{e0100}城"; "form of a kanji")]
    #[test_case("\u{2764}\u{fe0f}1\u{fe0f}\u{20e3}", "\u{2764}\u{fe0f}1\u{fe0f}\u{20e3}"; "forms of signs")]
    #[test_case("\u{2764}\u{fe0f}\u{fe0e}", "\u{2764}\u{fe0f}\\u{fe0e}"; "one variation selector too many")]
    #[test_case("\u{fe0f}あ\u{301}\u{fe0f}", "\\u{fe0f}あ\u{301}\\u{fe0f}"; "variation selectors behind nothing")]
    #[test_case("a\u{e0041}b", "a\\u{e0041}b"; "tag")]
    #[test_case("a\u{e0fff}b", "a\\u{e0fff}b"; "ignorable though not assigned")]
    #[test_case("a\u{fdd0}\u{10ffff}b", "a\\u{fdd0}\\u{10ffff}b"; "noncharacters")]
    #[test_case("店舗 が　Ä", "店舗 が　Ä"; "japanese")]
    #[test_case("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"; "marks of one letter")]
    #[test_case("e\u{301}\u{302}\u{303}\u{304}\u{305}", "e\u{301}\u{302}\u{303}\u{304}\\u{305}"; "too many marks")]
    #[test_case("\u{1f468}\u{200d}\u{1f469}", "\u{1f468}\\u{200d}\u{1f469}"; "joined emoji")]
    fn hidden_characters_become_visible(input: &str, expected: &str) {
        assert_eq!(sanitize(input), expected);
        assert_eq!(visible(input), expected);
    }

    #[test]
    fn nothing_of_any_length_is_shown_in_no_room() {
        for character in (char::MIN..=char::MAX).filter(|character| character.width().is_none_or(|cells| cells == 0)) {
            let shown = sanitize(&character.to_string().repeat(20)).into_owned();
            assert!(crate::text::width(&shown) > 16, "{character:?}");
            assert!(!shown.contains(is_hidden), "{character:?}");
        }
    }

    #[test]
    fn what_is_told_at_once_is_what_the_tables_say() {
        let mut others = '\u{80}'..=char::MAX;
        assert_eq!(others.find(|character| is_hidden(*character) != is_hidden_by_tables(*character)), None);
    }

    #[test_case(&"あ".repeat(10_000); "wide")]
    #[test_case(&"\u{1b}".repeat(10_000); "escapes")]
    #[test_case(&"\u{1f600}".repeat(2_001); "four bytes each")]
    fn endless_strings_are_cut(endless: &str) {
        let cut = visible(endless).into_owned();
        assert_eq!(cut.chars().count(), LONGEST_VISIBLE);
        assert!(cut.ends_with(CUT), "{cut}");
        assert_eq!(visible(&cut), cut, "cutting twice is cutting once");
    }

    #[test_case("a", 2_000; "ascii")]
    #[test_case("\u{1f600}", 2_000; "wide")]
    fn what_just_fits_stays(letter: &str, count: usize) {
        assert_eq!(visible(&letter.repeat(count)), letter.repeat(count));
    }
}
