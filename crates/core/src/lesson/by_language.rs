//! A thing once a language.

use crate::i18n::Language;

/// One thing for each language.
#[derive(Clone, Debug, Default, PartialEq)]
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
