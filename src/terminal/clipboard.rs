//! The clipboard of whoever looks at the terminal.

/// Where a clipboard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// The terminal's.
    Direct,
    /// That of the terminal around tmux, which hands the sequence on where it is allowed to.
    BehindTmux,
}

/// The bytes that put `text` into the clipboard (OSC 52), where the terminal lets them.
#[must_use]
pub fn copy(text: &str, clipboard: Clipboard) -> Vec<u8> {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::STANDARD.encode(text);
    let direct = format!("\u{1b}]52;c;{data}\u{7}");
    let bytes = match clipboard {
        Clipboard::Direct => direct,
        // tmux takes the first where set-clipboard is on, and hands on the second where allow-passthrough is.
        Clipboard::BehindTmux => format!("{direct}\u{1b}Ptmux;\u{1b}{direct}\u{1b}\\"),
    };
    bytes.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clipboard_gets_base64() {
        assert_eq!(copy("店", Clipboard::Direct), b"\x1b]52;c;5bqX\x07");
    }

    #[test]
    fn behind_tmux_the_escape_is_doubled_and_wrapped() {
        assert_eq!(copy("a", Clipboard::BehindTmux), b"\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }
}
