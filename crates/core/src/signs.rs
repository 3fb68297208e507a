//! The signs beside words, and what stands for them where a terminal can't show them: the only place that knows both.

use std::borrow::Cow;

/// Which signs may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// All; every one of ours is one cell wide in any terminal.
    All,
    /// Those of ASCII only: for terminals whose font has no others, or that draw them wide. Words are left alone.
    Ascii,
}

impl Signs {
    /// `text` with the signs that may be shown.
    #[must_use]
    pub fn show(self, text: &str) -> Cow<'_, str> {
        if self == Self::All || !text.contains(|sign| plain(sign).is_some()) {
            return Cow::Borrowed(text);
        }
        text.chars().map(|sign| plain(sign).unwrap_or(sign)).collect()
    }
}

/// What stands for a sign in ASCII, one cell for one cell.
fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '✓' | '✔' | '☑' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '✗' | '✘' => 'x',
        '▸' | '›' | '❯' | '→' => '>',
        '←' => '<',
        '▪' | '•' | '⬤' => '*',
        '☐' => '.',
        '─' | '━' => '-',
        '│' | '┃' => '|',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_give_way_and_words_stay() {
        assert_eq!(Signs::Ascii.show("✓ 合格: ec-site ✗ › ▸"), "+ 合格: ec-site x > >");
        assert_eq!(Signs::All.show("✓ 合格"), "✓ 合格");
        assert!(matches!(Signs::Ascii.show("合格 passed"), Cow::Borrowed(_)));
    }
}
