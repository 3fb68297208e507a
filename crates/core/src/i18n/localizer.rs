//! Says texts in one language.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::messages;
use crate::i18n::{Arg, Id, Language, Text};
use crate::msg;
use crate::text::{sanitize, visible};

type Bundle = FluentBundle<FluentResource>;

/// Puts texts into words of one language.
pub struct Localizer {
    language: Language,
    bundles: &'static Bundles,
}

/// The messages of a language, file by file. Each is read when one of its messages is said first: the first frame needs
/// few of them.
struct Bundles {
    language: Language,
    sources: &'static [&'static str; messages::FILES],
    read: [OnceLock<Bundle>; messages::FILES],
}

static JA: Bundles = Bundles::new(Language::Ja, &messages::JA);
static EN: Bundles = Bundles::new(Language::En, &messages::EN);

impl Bundles {
    const fn new(language: Language, sources: &'static [&'static str; messages::FILES]) -> Self {
        Self { language, sources, read: [const { OnceLock::new() }; messages::FILES] }
    }

    fn get(&self, file: usize) -> &Bundle {
        self.read[file].get_or_init(|| read(self.language, self.sources[file]))
    }
}

fn read(language: Language, source: &str) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // A terminal shows the isolation marks as boxes and counts their width: https://github.com/projectfluent/fluent-rs/issues/172
    bundle.set_use_isolating(false);
    // build.rs has parsed every file and found no error and no id twice, so nothing can be lost here.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Localizer {
    /// A localizer for `language`, from the messages embedded in the program.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let bundles = match language {
            Language::Ja => &JA,
            Language::En => &EN,
        };
        Self { language, bundles }
    }

    /// The language spoken.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// `text` in words. Strings from outside come with their control characters made visible.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        match text {
            Text::Message { id, args } => self.message(id, args),
            Text::Lesson(localized) => sanitize(localized.get(self.language)).into_owned(),
            Text::Verbatim(string) => visible(string).into_owned(),
            Text::List(items) => {
                let separator = self.say(&msg!(list_separator));
                items.iter().map(|item| self.say(item)).collect::<Vec<_>>().join(&separator)
            }
        }
    }

    fn message(&self, id: &Id, args: &[(&'static str, Arg)]) -> String {
        let bundle = self.bundles.get(id.file);
        let Some(pattern) = bundle.get_message(id.name).and_then(|message| message.value()) else {
            return id.name.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            arguments.set(*name, self.argument(value));
        }
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        debug_assert!(errors.is_empty(), "{}: {errors:?}", id.name);
        said.into_owned()
    }

    fn argument(&self, value: &Arg) -> FluentValue<'static> {
        match value {
            Arg::String(string) => FluentValue::from(visible(string).into_owned()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Text(text) => FluentValue::from(self.say(text)),
        }
    }
}

impl std::fmt::Debug for Localizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Localizer").field("language", &self.language).finish_non_exhaustive()
    }
}
