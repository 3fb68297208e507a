//! The two languages and the pure choice between them.

use serde::{Deserialize, Serialize};

/// A language of the interface and of the lessons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::Ja, Language::En];

    /// The language tag, also the name of the folder of its lessons.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a tag, in capitals too.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The language that the key for it switches to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }

    /// The language of a POSIX locale name such as `ja_JP.UTF-8`; English for every other locale.
    fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("ja") { Self::Ja } else { Self::En }
    }
}

/// The language to speak: the flag, else the settings, else the first non-empty one of `LC_ALL`, `LC_MESSAGES` and
/// `LANG`, else English.
pub fn choose(flag: Option<Language>, settings: Option<Language>, env: impl Fn(&str) -> Option<String>) -> Language {
    flag.or(settings).unwrap_or_else(|| {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(env)
            .find(|value| !value.is_empty())
            .map_or(Language::En, |locale| Language::of_locale(&locale))
    })
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(Some(Language::En), Some(Language::Ja), &[("LC_ALL", "ja_JP.UTF-8")], Language::En; "flag_wins")]
    #[test_case(None, Some(Language::Ja), &[("LANG", "en_US")], Language::Ja; "settings_before_env")]
    #[test_case(None, None, &[("LC_ALL", "ja"), ("LANG", "en_US")], Language::Ja; "lc_all_before_lang")]
    #[test_case(None, None, &[("LC_MESSAGES", "en_GB"), ("LANG", "ja_JP")], Language::En; "lc_messages_before_lang")]
    #[test_case(None, None, &[("LC_ALL", ""), ("LANG", "ja_JP.eucJP")], Language::Ja; "empty_counts_as_unset")]
    #[test_case(None, None, &[("LANG", "de_DE.UTF-8")], Language::En; "unknown_is_english")]
    #[test_case(None, None, &[("LANG", "jam_JM")], Language::En; "jamaican_creole_is_not_japanese")]
    #[test_case(None, None, &[], Language::En; "nothing_is_english")]
    fn choice(flag: Option<Language>, settings: Option<Language>, env: &[(&str, &str)], expected: Language) {
        let read = |name: &str| env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(choose(flag, settings, read), expected);
    }
}
