//! A thing once a language.

use serde::{Deserialize, Serialize};

use crate::i18n::Language;

/// One thing for each language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ByLanguage<T> {
    /// Japanese.
    pub ja: T,
    /// English.
    pub en: T,
}

impl<T> ByLanguage<T> {
    /// The one for `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &T {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}
