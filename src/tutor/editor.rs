//! What the learner is writing: an answer, a note, a value, a word to look for. Where a screen shows it, a field there has
//! its cursor and its past; the text is the same in both.

use super::page::Page;

/// More than anybody writes by hand; what is pasted beyond it is cut.
const LONGEST: usize = 20_000;

/// What is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// The answer to a task of a step's exercise.
    Answer {
        /// Its place in the lesson, from 0.
        step: usize,
        /// Its place in the exercise, from 0.
        task: usize,
    },
    /// The note on a step.
    Note {
        /// Its place in the lesson, from 0.
        step: usize,
    },
    /// A value that a task of a step's exercise asks for.
    Value {
        /// Its place in the lesson, from 0.
        step: usize,
        /// Its place in the exercise, from 0.
        task: usize,
    },
    /// A word to look for.
    Search,
}

impl Draft {
    /// Whether it has one line, which Enter ends.
    #[must_use]
    pub fn is_one_line(self) -> bool {
        matches!(self, Self::Value { .. } | Self::Search)
    }

    /// The page that it is written on.
    #[must_use]
    pub fn page(self) -> Page {
        if self.is_one_line() { Page::Prompt } else { Page::Editor }
    }
}

/// A text being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// What is being written, and so where it is kept.
    pub subject: Draft,
    /// The page to go back to.
    pub back: Page,
    /// The text as it stands.
    pub text: String,
}

impl Editor {
    /// An editor that begins with `text`.
    #[must_use]
    pub fn new(subject: Draft, back: Page, text: &str) -> Self {
        Self { subject, back, text: text.to_owned() }
    }

    /// Whether there is room for one character more.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.text.len() < LONGEST
    }

    /// What of a pasted text is taken; a tab becomes a space, and in one line so do its line ends.
    #[must_use]
    pub fn acceptable(&self, pasted: &str) -> String {
        let room = LONGEST.saturating_sub(self.text.len());
        let text = pasted.replace("\r\n", "\n").replace('\r', "\n");
        let text = if self.subject.is_one_line() { text.trim().replace('\n', " ") } else { text };
        let text = text.replace('\t', " ");
        text.chars().filter(|character| *character == '\n' || !character.is_control()).take(room).collect()
    }

    /// The text, without white space at its end.
    #[must_use]
    pub fn trimmed(&self) -> &str {
        self.text.trim_end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(subject: Draft, pasted: &str) -> String {
        Editor::new(subject, Page::Step, "").acceptable(pasted)
    }

    const NOTE: Draft = Draft::Note { step: 0 };

    #[test]
    fn fifty_pasted_lines_are_fifty_lines() {
        let pasted: Vec<String> = (1..=50).map(|number| format!("行 {number}")).collect();
        assert_eq!(taken(NOTE, &pasted.join("\r\n")), pasted.join("\n"));
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_kept_of_a_paste() {
        assert_eq!(taken(NOTE, "a\u{1b}[31mb\u{7}\tc"), "a[31mb c");
    }

    #[test]
    fn one_line_stays_one() {
        assert_eq!(taken(Draft::Search, " two\nlines \n"), "two lines");
    }

    #[test]
    fn an_endless_paste_is_cut_and_leaves_no_room() {
        let text = taken(NOTE, &"x".repeat(LONGEST * 2));
        assert_eq!(text.len(), LONGEST);
        let full = Editor::new(NOTE, Page::Step, &text);
        assert!(!full.has_room());
        assert_eq!(full.acceptable("y"), "");
    }
}
