//! Words in katakana, which read badly when a line ends within them.

use std::ops::Range;

use super::width;

/// The widest word that is kept whole, in cells: twelve kana. Longer ones are words put together, and would leave lines half empty.
const WIDEST: usize = 24;

/// Where in `text` a word in katakana stands that no line is to end within.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(is_katakana)?;
            let behind = &text[start..];
            let end = start + behind.find(|character| !is_katakana(character)).unwrap_or(behind.len());
            rest = end;
            if width(&text[start..end]) <= WIDEST {
                return Some(start..end);
            }
        }
    })
}

fn is_katakana(character: char) -> bool {
    matches!(character, 'ァ'..='ヺ' | 'ー'..='ヿ' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}
