//! Escapes with a backslash, as `printf` and `echo` of bash read them, and YAML in double quotes.

/// A text with its escapes read, as `printf %b` does.
pub fn unescape(text: &str) -> String {
    read(text, true).0
}

/// A text with its escapes read; true where `\c` ended it.
pub fn read(text: &str, in_echo: bool) -> (String, bool) {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        if rest[at..].starts_with("\\c") {
            return (plain, true);
        }
        let (made, length) = escape(&rest[at..], in_echo);
        plain.push_str(&made);
        rest = &rest[at + length..];
    }
    plain.push_str(rest);
    (plain, false)
}

/// The escape at the beginning of a text, and how long it is.
pub fn escape(text: &str, in_echo: bool) -> (String, usize) {
    let Some(kind) = text[1..].chars().next() else { return ("\\".to_owned(), 1) };
    let simple = |made: &str| (made.to_owned(), 2);
    match kind {
        'n' => simple("\n"),
        't' => simple("\t"),
        'r' => simple("\r"),
        'a' => simple("\u{7}"),
        'b' => simple("\u{8}"),
        'e' | 'E' => simple("\u{1b}"),
        'f' => simple("\u{c}"),
        'v' => simple("\u{b}"),
        '\\' => simple("\\"),
        '"' if !in_echo => simple("\""),
        'x' | 'u' | 'U' => coded(
            text,
            2,
            16,
            if kind == 'x' {
                2
            } else if kind == 'u' {
                4
            } else {
                8
            },
        ),
        '0' if in_echo => coded(text, 2, 8, 3),
        '0'..='7' => coded(text, 1, 8, 3),
        other => (format!("\\{other}"), 1 + other.len_utf8()),
    }
}

fn coded(text: &str, start: usize, base: u32, most: usize) -> (String, usize) {
    let digits: String = text[start..].chars().take(most).take_while(|one| one.is_digit(base)).collect();
    let character = u32::from_str_radix(&digits, base).ok().and_then(char::from_u32);
    character
        .map_or_else(|| (text[..start].to_owned(), start), |character| (character.to_string(), start + digits.len()))
}
