//! Writes XML. Everything from outside passes through [`escaped`] here, and nowhere else.

use std::fmt::Write as _;

use crate::text::sanitize;

/// An XML document under construction; elements that were opened are closed by [`Markup::close`].
#[derive(Debug, Default)]
pub struct Markup {
    text: String,
    open: Vec<&'static str>,
}

/// Names and values of an element's attributes.
pub type Attributes<'a> = &'a [(&'static str, String)];

impl Markup {
    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            let _ = writeln!(self.text, "</{name}>");
        }
    }

    /// An element without content.
    pub fn empty(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element that holds nothing but text.
    pub fn text(&mut self, name: &'static str, attributes: Attributes<'_>, content: &str) {
        self.tag(name, attributes);
        let _ = writeln!(self.text, ">{}</{name}>", escaped(content));
    }

    /// What another [`Markup`] has finished.
    pub fn include(&mut self, finished: &str) {
        self.text.push_str(finished);
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        let _ = write!(self.text, "<{name}");
        for (name, value) in attributes {
            let _ = write!(self.text, " {name}=\"{}\"", escaped(value));
        }
    }

    /// The document, with everything closed.
    #[must_use]
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }
}

/// `text` without anything that XML would take as its own or doesn't allow at all, and cleaned as everywhere else:
/// <https://www.w3.org/TR/xml/#charsets>. Its lines stay lines.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            safe.push('\n');
        }
        for character in sanitize(line).chars() {
            match character {
                '&' => safe.push_str("&amp;"),
                '<' => safe.push_str("&lt;"),
                '>' => safe.push_str("&gt;"),
                '"' => safe.push_str("&quot;"),
                '\'' => safe.push_str("&#39;"),
                other => safe.push(other),
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("a<b>&\"c\"'", "a&lt;b&gt;&amp;&quot;c&quot;&#39;"; "what xml takes as its own")]
    #[test_case("a\u{0}\u{1b}\u{ffff}b", "a\\u{0}\\u{1b}\\u{ffff}b"; "what xml forbids")]
    #[test_case("a\u{202e}b\u{200b}\u{9b}", "a\\u{202e}b\\u{200b}\\u{9b}"; "what hides or reorders")]
    #[test_case("店舗\nec-site", "店舗\nec-site"; "anything else")]
    fn strings_from_outside_stay_text(text: &str, expected: &str) {
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn what_was_opened_is_closed() {
        let mut markup = Markup::default();
        markup.open("svg", &[("class", "a\"b".to_owned())]);
        markup.open("g", &[]);
        markup.text("text", &[], "<");
        assert_eq!(markup.finish(), "<svg class=\"a&quot;b\">\n<g>\n<text>&lt;</text>\n</g>\n</svg>\n");
    }
}
