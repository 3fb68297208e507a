//! Closing braces that close nothing: bash takes them for letters of their word, where the parser would end a group with them.

use std::borrow::Cow;

/// What stands for such a brace in the text that is parsed.
const LETTER: char = '\u{1}';

/// `text` with another letter for each brace that closes nothing and hangs on a word, such as the last one of `a}` and `${b}}`.
pub(super) fn hidden(text: &str) -> Cow<'_, str> {
    let lone = lone(text);
    if lone.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for at in lone {
        bytes[at] = LETTER as u8;
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// `text` as it was written.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    if text.contains(LETTER) { Cow::Owned(text.replace(LETTER, "}")) } else { Cow::Borrowed(text) }
}

/// Where such braces are.
fn lone(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut lone = Vec::new();
    // What is open, each with whether a dollar sign stands before it. Braces of words end with their word.
    let (mut braces, mut brackets): (Vec<bool>, Vec<bool>) = (Vec::new(), Vec::new());
    let (mut index, mut double, mut behind_expansion) = (0, false, false);
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
            b'{' => braces.push(before == b'$'),
            b'}' if braces.pop().is_none() && !double && hangs => lone.push(index),
            b'(' => brackets.push(before == b'$'),
            b')' => behind_expansion = brackets.pop() == Some(true),
            _ => {}
        }
        if ends_a_word(byte) && !double {
            while braces.last() == Some(&false) {
                braces.pop();
            }
        }
        index += 1;
    }
    lone
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
    #[test_case("awk '{print $1}'", &[]; "in quotes")]
    fn lone_ones(text: &str, expected: &[usize]) {
        assert_eq!(lone(text), expected);
        assert_eq!(shown(&hidden(text)), text);
    }
}
