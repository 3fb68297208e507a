//! Words of a shell script before they are expanded.

/// One word, not yet expanded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word(pub Vec<Part>);

/// A piece of a word.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// As it stands; whether it stood in quotes.
    Text(String, bool),
    /// A variable, with what to take if it is empty.
    Variable {
        /// Its name.
        name: String,
        /// `${name:-default}`
        default: Option<String>,
        /// Whether it stood in quotes.
        quoted: bool,
    },
    /// What a script within the script writes, which is known only when it runs.
    Output(String),
    /// Known only when the script runs.
    Unknown,
}

/// What stands between `${` and `}`.
#[must_use]
pub fn braces(inside: &str, quoted: bool) -> Part {
    let end = inside.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(inside.len());
    let (name, operation) = inside.split_at(end);
    let name = name.to_owned();
    let default = operation.strip_prefix(":-").or_else(|| operation.strip_prefix('-'));
    match (operation.chars().next(), default) {
        _ if matches!(inside, "@" | "*") => Part::Variable { name: inside.to_owned(), default: None, quoted },
        _ if name.is_empty() => Part::Unknown,
        (_, Some(default)) => Part::Variable { name, default: Some(default.to_owned()), quoted },
        (None, None) => Part::Variable { name, default: None, quoted },
        _ if operation.starts_with(":?") || operation.starts_with('?') => {
            Part::Variable { name, default: None, quoted }
        }
        _ => Part::Unknown,
    }
}

impl Part {
    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text, _) => Some(text),
            _ => None,
        }
    }
}

impl Word {
    /// Whether it stands for all arguments, each of them a word: `"$@"`.
    #[must_use]
    pub fn is_all_arguments(&self) -> bool {
        let mut parts = self.0.iter().filter(|part| part.text() != Some(""));
        let is_all = |part: &Part| matches!(part, Part::Variable { name, .. } if name == "@" || name == "*");
        parts.next().is_some_and(is_all) && parts.next().is_none()
    }

    /// The word, where it is a single piece of text without quotes.
    #[must_use]
    pub fn plain(&self) -> Option<&str> {
        match self.0.as_slice() {
            [Part::Text(text, false)] => Some(text),
            _ => None,
        }
    }

    /// Adds a character to the end.
    pub fn push(&mut self, character: char, quoted: bool) {
        match self.0.last_mut() {
            Some(Part::Text(text, last)) if *last == quoted => text.push(character),
            _ => self.0.push(Part::Text(character.to_string(), quoted)),
        }
    }
}
