//! Code bare, edge to edge, with one line of keys at the very bottom.
//!
//! ```text
//! aws ec2 create-security-group --group-name ec-site-alb-sg --description 'for ec-s
//! ite ALB' --vpc-id "$VPC_ID"
//!  1/2 1-1-cli.sh  n next  w write to a file  y copy  Esc back
//! ```
//! A line that is too long goes on at the edge, as the terminal itself would break it: what is selected there comes
//! out as one line.

use unicode_segmentation::UnicodeSegmentation;

use super::bars;
use crate::msg;
use crate::terminal::content::{Content, Piece, Sheet, Tone};
use crate::text::{sanitize, shorten, width};
use crate::tutor::model::Model;

/// Spaces in a tab.
const TAB: &str = "    ";

/// The page: each line of code is a block of its own, so that a line stays whole however it breaks.
pub fn page(model: &Model, sheet: &mut Sheet) {
    let Some(code) = model.current_code() else { return };
    for line in code.text.lines() {
        for row in rows(&sanitize(&line.replace('\t', TAB)), sheet.width()) {
            sheet.line(vec![(row, Tone::Plain)]);
        }
        sheet.next_block();
    }
}

/// A line of code in rows of at most `cells`.
fn rows(line: &str, cells: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    let mut room = cells;
    for grapheme in line.graphemes(true) {
        let needed = width(grapheme);
        if needed > room {
            rows.push(String::new());
            room = cells;
        }
        room = room.saturating_sub(needed);
        if let Some(row) = rows.last_mut() {
            row.push_str(grapheme);
        }
    }
    rows
}

/// The visible lines of code, each whole as far as it is visible, for a terminal that breaks them itself.
#[must_use]
pub fn unbroken(model: &Model, content: &Content, window: usize) -> Vec<String> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for row in content.lines.iter().skip(model.view.top()).take(window) {
        let text: String = row.pieces.iter().map(|(text, _)| text.as_str()).collect();
        match lines.last_mut() {
            Some((block, line)) if *block == row.anchor.block => line.push_str(&text),
            _ => lines.push((row.anchor.block, text)),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The line at the bottom: what just happened, else which block this is, and the keys.
#[must_use]
pub fn hint(model: &Model, cells: usize) -> Vec<Piece> {
    if let Some(notice) = &model.view.notice {
        return vec![(shorten(&format!(" {}", model.say(&notice.text)), cells), notice.tone)];
    }
    let count = model.code().len();
    let name = model.current_code().map(|code| code.name).unwrap_or_default();
    let place =
        format!(" {}", model.say(&msg!(tui_code_place, number = model.view.code + 1, count = count, name = name)));
    let room = cells.saturating_sub(width(&place) + 1);
    let mut line = vec![(place, Tone::Strong), (" ".to_owned(), Tone::Plain)];
    line.extend(bars::footer(model, room));
    line
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("", 4, &[""]; "an empty line is a row")]
    #[test_case("abcd", 4, &["abcd"]; "full")]
    #[test_case("abcde", 4, &["abcd", "e"]; "too long")]
    #[test_case("abc店舗", 4, &["abc", "店舗"]; "a wide character is not cut")]
    fn breaking(line: &str, cells: usize, expected: &[&str]) {
        assert_eq!(rows(line, cells), expected);
    }
}
