//! Brackets that belong to no pair: bash takes them for letters of their word, where the parser would begin or end something
//! with them.

use std::borrow::Cow;

/// What stands for such a bracket in the text that is parsed.
const LETTERS: [(char, char); 3] = [('}', '\u{1}'), ('{', '\u{2}'), ('[', '\u{3}')];

/// `text` with another letter for each brace that closes nothing and hangs on a word, such as the last one of `a}` and `${b}}`.
pub(super) fn hidden(text: &str) -> Cow<'_, str> {
    replaced(text, &Brackets::of(text).closing)
}

/// `text` with other letters for those that are never closed, too, such as those of `{a,b` and of `[[ a[b == c ]]`: a parser
/// that can't read a text may read it so.
pub(super) fn all_hidden(text: &str) -> Cow<'_, str> {
    let brackets = Brackets::of(text);
    replaced(text, &[brackets.closing, brackets.opening, square(text)].concat())
}

fn replaced<'t>(text: &'t str, places: &[usize]) -> Cow<'t, str> {
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for &at in places {
        if let Some((_, letter)) = LETTERS.iter().find(|(bracket, _)| *bracket as u8 == bytes[at]) {
            bytes[at] = *letter as u8;
        }
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// `text` as it was written.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(LETTERS.map(|(_, letter)| letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        LETTERS.iter().fold(text.to_owned(), |text, (bracket, letter)| text.replace(*letter, &bracket.to_string())),
    )
}

/// Where braces of no pair are.
#[derive(Default)]
struct Brackets {
    closing: Vec<usize>,
    opening: Vec<usize>,
}

/// A brace that is open.
struct Open {
    at: usize,
    /// Whether a dollar sign stands before it: such a brace is open until it is closed, others end with their word.
    is_expansion: bool,
    /// How many round brackets are open around it.
    depth: usize,
}

impl Brackets {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut found = Self::default();
        // What is open: braces, and round brackets and backticks, each with whether it is of an expansion.
        let (mut braces, mut brackets): (Vec<Open>, Vec<bool>) = (Vec::new(), Vec::new());
        let (mut index, mut double, mut backticks, mut behind_expansion) = (0, false, false, false);
        while index < bytes.len() {
            let byte = bytes[index];
            let before = index.checked_sub(1).map_or(b'\n', |at| bytes[at]);
            let skip_to = |end: char| text[index + 1..].find(end).map_or(bytes.len(), |at| index + 1 + at);
            let hangs = !ends_a_word(before) || before == b')' && behind_expansion;
            match byte {
                b'\\' => index += 1,
                b'\'' if !double => index = skip_to('\''),
                b'#' if !double && !hangs => index = skip_to('\n'),
                b'"' => double = !double,
                b'{' => braces.push(Open { at: index, is_expansion: before == b'$', depth: brackets.len() }),
                b'}' if braces.pop().is_none() && !double && hangs => found.closing.push(index),
                b'`' => {
                    if backticks {
                        brackets.pop();
                    } else {
                        brackets.push(true);
                    }
                    backticks = !backticks;
                }
                b'(' => brackets.push(before == b'$' || before == b'(' && brackets.last() == Some(&true)),
                b')' => behind_expansion = brackets.pop() == Some(true),
                _ => {}
            }
            // Behind a comment its line ends.
            let goes_on = byte == b')' && behind_expansion;
            if ends_a_word(byte) && !goes_on && !double {
                while let Some(open) = braces.pop_if(|open| !open.is_expansion && open.depth >= brackets.len()) {
                    // One that stands alone is a group.
                    if !bytes.get(open.at + 1).is_none_or(u8::is_ascii_whitespace) {
                        found.opening.push(open.at);
                    }
                }
            }
            index += 1;
        }
        found
    }
}

/// Where square brackets that no other closes in their word are, within `[[ … ]]`.
fn square(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (start, _) in text.match_indices("[[ ") {
        let begin = start + 3;
        let Some(end) = text[begin..].find(" ]]").map(|at| begin + at) else { continue };
        let mut at = begin;
        for word in text[begin..end].split(' ') {
            let (open, has_quotes) = (word.rfind('['), word.contains(['\'', '"', '`', '$', ']', '\\']));
            found.extend(open.filter(|_| !has_quotes).map(|open| at + open));
            at += word.len() + 1;
        }
    }
    found
}

fn ends_a_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'(' | b')' | b'<' | b'>')
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("echo $A}", &[7]; "behind a variable")]
    #[test_case("echo ${A}}", &[9]; "behind an expansion")]
    #[test_case("f() { echo a}\n}", &[12]; "in a group, which the next one closes")]
    #[test_case("echo {a}b}", &[9]; "behind a closed one")]
    #[test_case("echo 'a'}", &[8]; "behind quotes")]
    #[test_case("echo $(a)}", &[9]; "behind a substitution")]
    #[test_case("# don't\necho a}", &[14]; "below a comment with an apostrophe")]
    #[test_case("{ a; }", &[]; "a group")]
    #[test_case("{ a;}", &[]; "a group without a blank")]
    #[test_case("{ (a)}", &[]; "a group behind brackets")]
    #[test_case("echo {a,b}{1..2}", &[]; "an expansion of words")]
    #[test_case("echo ${a:-b c}", &[]; "a default of two words")]
    #[test_case("echo {\"a b\",c}", &[]; "an expansion of words with a quoted blank")]
    #[test_case("echo ${a:-${b}}", &[]; "an expansion in another")]
    #[test_case("echo \"${a%\"}\"}\"", &[]; "a quoted one")]
    #[test_case("echo a\\}", &[]; "an escaped one")]
    #[test_case("f() {\necho {a,$((1 + 2))} {a,$(b c)} {a,`b c`}\n}", &[]; "expansions in one of words")]
    #[test_case("awk '{print $1}'", &[]; "in quotes")]
    fn lone_ones(text: &str, expected: &[usize]) {
        assert_eq!(Brackets::of(text).closing, expected);
        assert_eq!(shown(&hidden(text)), text);
    }

    #[test_case("echo {a,b {x,y}", &[5]; "one that its word doesn't close")]
    #[test_case("echo {a,{b,c};", &[5]; "the outer of two")]
    #[test_case("echo {a,${x};", &[5]; "around an expansion")]
    #[test_case("[[ a[b == [[:punct:]] ]]", &[4]; "a square one")]
    #[test_case("f() { a; }", &[]; "a group")]
    #[test_case("echo {a,$((1 + 2))} {a,$(b c)} {a,`b c`}", &[]; "blanks in expansions")]
    fn open_ones(text: &str, expected: &[usize]) {
        assert_eq!([Brackets::of(text).opening, square(text)].concat(), expected);
        assert_eq!(shown(&all_hidden(text)), text);
    }
}
