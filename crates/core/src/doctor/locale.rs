//! The language, and the characters that the system takes.

use super::Line;
use crate::i18n::{Language, Text};
use crate::msg;

/// Language and characters.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language that is spoken.
    pub language: Language,
    /// Who says so.
    pub origin: LocaleOrigin,
    /// The variable that names a set of characters, with its text, such as `LANG` and `ja_JP.UTF-8`.
    pub characters: Option<(&'static str, String)>,
}

/// Who says which language is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocaleOrigin {
    /// `--lang`.
    Option,
    /// Our own settings.
    Settings,
    /// A variable of this name.
    Variable(&'static str),
    /// Nobody, so that it is English.
    Nobody,
}

impl Locale {
    pub(super) fn line(&self) -> Line {
        let origin = match self.origin {
            LocaleOrigin::Option => Text::verbatim("--lang"),
            LocaleOrigin::Settings => msg!(doctor_place_settings, field = "language"),
            LocaleOrigin::Variable(name) => Text::verbatim(name),
            LocaleOrigin::Nobody => msg!(doctor_locale_nobody),
        };
        let language = msg!(doctor_locale, language = self.language.tag(), origin = origin);
        let line = |found| Line::good("locale", msg!(doctor_label_locale), found);
        match self.characters.as_ref().filter(|(_, text)| !is_utf8(text)) {
            None => line(language),
            Some((name, text)) => {
                let set = msg!(doctor_set, place = Text::verbatim(*name), value = text);
                let found = line(msg!(doctor_and, first = language, second = set));
                found.odd(msg!(doctor_locale_remedy, name = *name))
            }
        }
    }
}

/// Whether a locale such as `ja_JP.UTF-8` takes every character; one without a set of characters counts as unknown.
fn is_utf8(locale: &str) -> bool {
    let set = locale.split('@').next().unwrap_or_default().split_once('.').map(|(_, set)| set);
    set.is_none_or(|set| set.eq_ignore_ascii_case("utf-8") || set.eq_ignore_ascii_case("utf8"))
}
