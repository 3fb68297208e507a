//! Causes in words, in both languages: those who read a row may not be those who wrote it. Pure.

use serde::{Deserialize, Serialize};

use crate::account::Unseen;
use crate::i18n::{Language, Localized, Localizer, Text};
use crate::verify::Verdict;

/// A cause in words, and its public id where it has one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Part of the public contract.
    pub id: Option<String>,
    /// In both languages, since those who read it may not be those who wrote it.
    pub text: Localized,
}

/// Says texts in both languages.
#[derive(Debug)]
pub struct Speakers {
    ja: Localizer,
    en: Localizer,
}

impl Default for Speakers {
    fn default() -> Self {
        Self { ja: Localizer::new(Language::Ja), en: Localizer::new(Language::En) }
    }
}

impl Speakers {
    /// `text` in both languages.
    #[must_use]
    pub fn say(&self, text: &Text) -> Localized {
        Localized { ja: self.ja.say(text), en: self.en.say(text) }
    }
}

impl Reason {
    /// A reason in words.
    #[must_use]
    pub fn new(id: Option<&str>, text: &Text, speakers: &Speakers) -> Self {
        Self { id: id.map(str::to_owned), text: speakers.say(text) }
    }

    /// Why an account gave no answer.
    #[must_use]
    pub fn unseen(unseen: Unseen<'_>, speakers: &Speakers) -> Self {
        let verdict = Verdict::unknown(unseen);
        Self::new(verdict.cause.map(|cause| cause.id.as_str()), &verdict.actual, speakers)
    }

    /// In one language, cleaned: it may come from a file that somebody wrote.
    #[must_use]
    pub fn words(&self, language: Language) -> Text {
        Text::verbatim(self.text.get(language))
    }
}
