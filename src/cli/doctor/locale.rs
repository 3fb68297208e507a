//! The language, who says so, and the characters of the system.

use crate::cli::context::Context;
use crate::doctor::{Locale, LocaleOrigin};

/// The variables that name a language, the first that isn't empty first.
const LANGUAGES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];
/// The same for characters.
const CHARACTERS: [&str; 3] = ["LC_ALL", "LC_CTYPE", "LANG"];

pub fn gather(context: &Context, env: impl Fn(&str) -> Option<String>) -> Locale {
    let first = |names: [&'static str; 3]| {
        names.into_iter().find_map(|name| Some((name, env(name).filter(|text| !text.is_empty())?)))
    };
    let origin = match (context.args.lang, context.settings.language, first(LANGUAGES)) {
        (Some(_), _, _) => LocaleOrigin::Option,
        (None, Some(_), _) => LocaleOrigin::Settings,
        (None, None, Some((name, _))) => LocaleOrigin::Variable(name),
        (None, None, None) => LocaleOrigin::Nobody,
    };
    Locale { language: context.localizer.language(), origin, characters: first(CHARACTERS) }
}
