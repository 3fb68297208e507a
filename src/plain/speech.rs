//! What is to be said next, line by line, before it is known how wide a line may be.

use crate::text::wrap;

/// What stands on a line by itself when it is read out.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// May be broken where the terminal ends.
    Text(String),
    /// Must stay as it is, so that it can be copied.
    Bare(String),
}

/// Lines to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    lines: Vec<Line>,
}

impl Speech {
    /// Says a line.
    pub fn say(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Text(text.into()));
    }

    /// Gives out a line that nothing may be done to.
    pub fn bare(&mut self, text: impl Into<String>) {
        self.lines.push(Line::Bare(text.into()));
    }

    /// An empty line, unless there is one already.
    pub fn gap(&mut self) {
        let is_empty = |line: &Line| matches!(line, Line::Text(text) if text.is_empty());
        if !self.lines.last().is_some_and(is_empty) {
            self.say("");
        }
    }

    /// Says a line that begins something new.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.gap();
        self.say(text);
    }

    /// Says what `other` says, after what there is.
    pub fn extend(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines as they are written, broken at `width` where there is one.
    #[must_use]
    pub fn written(&self, width: Option<usize>) -> String {
        let mut written = String::new();
        for line in &self.lines {
            match (line, width) {
                (Line::Text(text), Some(width)) => written.push_str(&wrap(text, width).join("\n")),
                (Line::Text(text) | Line::Bare(text), _) => written.push_str(text),
            }
            written.push('\n');
        }
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_the_width_and_code_never_is() {
        let mut speech = Speech::default();
        speech.say("one two three");
        speech.bare("four five six");
        assert_eq!(speech.written(Some(8)), "one two\nthree\nfour five six\n");
        assert_eq!(speech.written(None), "one two three\nfour five six\n");
    }

    #[test]
    fn gaps_never_add_up() {
        let mut speech = Speech::default();
        speech.heading("a");
        speech.gap();
        speech.heading("b");
        assert_eq!(speech.written(None), "\na\n\nb\n");
    }
}
