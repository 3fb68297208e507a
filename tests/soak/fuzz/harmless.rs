//! What must not come out, and what is tried to get it out.

/// Texts that act where they aren't cleaned.
pub const HOSTILE: &[&str] = &[
    "",
    " ",
    "\u{1b}]0;x\u{7}",
    "\u{202e}abc",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</template></td>]]>&amp;'--",
    "a\nb\r\nc",
    "-",
    "=1+1",
    "  ＝1",
    "\u{200b}",
    "\u{feff}",
    "あいう",
    "::::::",
    "0.0.0.0/0",
];

/// Whether a character acts on a terminal, reorders what is around it or hides in it.
pub fn acts(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// No such character but line ends.
pub fn assert_harmless(text: &str) {
    let found = text.char_indices().find(|(_, character)| *character != '\n' && acts(*character));
    assert!(found.is_none(), "{:?}", found.map(|(at, _)| text[at..].chars().take(40).collect::<String>()));
}
