//! Writes JSON for other programs and for people: what is hidden is written as an escape, which every reader of JSON
//! takes for the very same character, and which acts on no terminal that the document is shown on.

use serde::Serialize;

use crate::text::weighed;

/// `value` in one line.
///
/// # Errors
/// It can't be written as JSON.
pub fn line(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|json| escaped(&json, &[]))
}

/// `value` in lines for people to read.
///
/// # Errors
/// It can't be written as JSON.
pub fn pretty(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|json| escaped(&json, &[]))
}

/// `value` in one line without any character that HTML takes as its own.
///
/// # Errors
/// It can't be written as JSON.
pub fn within_markup(value: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(value).map(|json| escaped(&json, &['&', '<', '>']))
}

/// `json` with escapes for what can't be shown as it is, and for the `others`, which JSON has within strings only. There
/// a line end is an escape already.
fn escaped(json: &str, others: &[char]) -> String {
    let mut written = String::with_capacity(json.len());
    for (character, is_safe) in weighed(json) {
        if character == '\n' || is_safe && !others.contains(&character) {
            written.push(character);
        } else {
            let mut units = [0; 2];
            written.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_an_escape_and_comes_back_as_it_was() {
        let text = "e\u{301}\u{301}\u{301}\u{301}\u{302}a\u{1b}\u{9b}\u{202e}\u{e0041}\n\"</b>店";
        for json in [line(&[text]), pretty(&[text]), within_markup(&[text])].map(Result::unwrap) {
            assert!(
                json.contains("e\u{301}\u{301}\u{301}\u{301}\\u0302a\\u001b\\u009b\\u202e\\udb40\\udc41\\n\\\""),
                "{json}"
            );
            assert!(weighed(&json).all(|(character, is_safe)| is_safe || character == '\n'), "{json}");
            assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), [text]);
        }
        assert!(!within_markup(&[text]).unwrap().contains('<'));
    }
}
