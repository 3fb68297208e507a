//! Says texts in one language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::messages;
use crate::i18n::{Arg, Language, Text};
use crate::text::{clean, visible};

type Bundle = FluentBundle<FluentResource>;

/// Puts texts into words of one language.
pub struct Localizer {
    language: Language,
    bundle: &'static Bundle,
}

/// The messages of a language, read when they are wanted first: several localizers are made before the first frame.
fn bundle(language: Language) -> &'static Bundle {
    static JA: LazyLock<Bundle> = LazyLock::new(|| read(Language::Ja, messages::JA));
    static EN: LazyLock<Bundle> = LazyLock::new(|| read(Language::En, messages::EN));
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

fn read(language: Language, sources: &[&str]) -> Bundle {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // A terminal shows the isolation marks as boxes and counts their width: https://github.com/projectfluent/fluent-rs/issues/172
    bundle.set_use_isolating(false);
    for source in sources {
        // build.rs has parsed every file and found no error and no id twice, so nothing can be lost here.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Localizer {
    /// A localizer for `language`, from the messages embedded in the program.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, bundle: bundle(language) }
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
            Text::Lesson(localized) => clean(localized.get(self.language)).into_owned(),
            Text::Verbatim(string) => visible(string).into_owned(),
            Text::List(items) => {
                let separator = self.message("list-separator", &[]);
                items.iter().map(|item| self.say(item)).collect::<Vec<_>>().join(&separator)
            }
        }
    }

    fn message(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut arguments = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            arguments.set(*name, self.argument(value));
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
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
