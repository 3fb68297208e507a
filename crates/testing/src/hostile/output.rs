//! What every output must be, whatever went in.

use super::strings::acting;

/// Nothing in a text acts, hides or reorders.
pub fn assert_text(way: &str, text: &str) {
    assert_eq!(acting(text), None, "{way}");
}

/// XML or HTML, and nothing in it that wasn't put there by the program.
pub fn assert_markup(way: &str, text: &str) {
    assert_text(way, text);
    for foreign in ["<script", "<img", "<b>", "<!--", "]]>"] {
        assert!(!text.contains(foreign), "{way}: {foreign}");
    }
    // Within the data of a page a quote is JSON's.
    assert!(text.matches("\"onx=").count() == text.matches("\\\"onx=").count(), "{way}: an attribute");
}

/// A picture: markup that any reader of XML can read.
pub fn assert_picture(way: &str, text: &str) {
    assert_markup(way, text);
    assert!(xmlparser::Tokenizer::from(text).all(|token| token.is_ok()), "{way}: not XML");
}

/// JSON, a document or one a line, and nothing in it raw.
pub fn assert_json(way: &str, text: &str) {
    assert_text(way, text);
    for document in serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>() {
        assert!(document.is_ok(), "{way}: not JSON");
    }
}

/// A table for spreadsheets, every cell in quotes and none a formula.
pub fn assert_table(way: &str, text: &str) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for line in text.split_terminator("\r\n") {
        assert_text(way, line);
        assert!(!line.contains('\n'), "{way}: a line end in a cell");
        for cell in line.trim_matches('"').split("\",\"") {
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{way}: {cell}");
        }
    }
}
