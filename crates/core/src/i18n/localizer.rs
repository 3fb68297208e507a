//! Says texts in one language.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use super::messages;
use super::number::shown;
use crate::i18n::{Arg, Id, Language, Text};
use crate::msg;
use crate::text::{sanitize, visible};
use crate::times::moment;

type Bundle = FluentBundle<FluentResource>;

/// Puts texts into words of one language, and instants into times of one zone.
#[derive(Clone)]
pub struct Localizer {
    language: Language,
    zone: TimeZone,
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
    /// A localizer for `language`, from the messages embedded in the program. Times are in UTC.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let bundles = match language {
            Language::Ja => &JA,
            Language::En => &EN,
        };
        Self { language, zone: TimeZone::UTC, bundles }
    }

    /// The same language with times of `zone`.
    #[must_use]
    pub fn in_zone(self, zone: TimeZone) -> Self {
        Self { zone, ..self }
    }

    /// The same zone with the other language.
    #[must_use]
    pub fn switched(&self) -> Self {
        Self::new(self.language.other()).in_zone(self.zone.clone())
    }

    /// The zone that times are told in.
    #[must_use]
    pub fn zone(&self) -> &TimeZone {
        &self.zone
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
            Arg::Number(number) if !number.is_finite() => FluentValue::from("-"),
            Arg::Number(number) => FluentValue::from(shown(*number)),
            Arg::Text(text) => FluentValue::from(self.say(text)),
            Arg::Reference(reference) => FluentValue::from(self.say(&reference.unnamed())),
            Arg::Moment(at) => FluentValue::from(moment(*at, &self.zone)),
        }
    }
}

impl std::fmt::Debug for Localizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Localizer").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    /// Arguments that bring a text which is never a bare 1: a duration as minutes and seconds, a rate with its decimal.
    const WRITTEN: [(&str, &str); 4] =
        [("load-plan", "duration"), ("load-head", "duration"), ("load-rate", "rate"), ("load-error-rate", "rate")];

    /// What may follow an argument that is a name, and ends the search for a plural noun; and units.
    const NO_NOUNS: &[&str] = &[
        "address",
        "admits",
        "as",
        "asks",
        "belongs",
        "carries",
        "catches",
        "comes",
        "counts",
        "enters",
        "exists",
        "fits",
        "forwards",
        "gives",
        "goes",
        "hands",
        "has",
        "holds",
        "in",
        "is",
        "its",
        "launches",
        "lets",
        "means",
        "ms",
        "names",
        "needs",
        "prices",
        "puts",
        "reaches",
        "refers",
        "refuses",
        "registers",
        "reports",
        "rests",
        "runs",
        "s",
        "says",
        "sends",
        "shows",
        "stands",
        "takes",
        "this",
        "to",
        "wants",
        "was",
    ];

    /// The messages of a language with the names of their arguments.
    fn all(sources: &'static [&'static str; messages::FILES]) -> Vec<(Id, Vec<&'static str>)> {
        let mut all: Vec<(Id, Vec<&'static str>)> = Vec::new();
        for (file, source) in sources.iter().enumerate() {
            for line in source.lines() {
                let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
                if let Some((name, _)) = line.split_once(" = ").filter(|_| begins) {
                    all.push((Id { name, file }, Vec::new()));
                }
                let named = line.split('$').skip(1).filter_map(|rest| {
                    let end = rest.find(|next: char| !next.is_ascii_alphanumeric() && next != '_')?;
                    Some(&rest[..end])
                });
                if let Some((_, arguments)) = all.last_mut().filter(|_| !line.starts_with('#')) {
                    arguments.extend(named);
                }
            }
        }
        all
    }

    /// Every message of `language` with the number `value` for each argument.
    fn said(language: Language, value: f64) -> Vec<String> {
        let sources = if language == Language::Ja { &messages::JA } else { &messages::EN };
        let localizer = Localizer::new(language);
        let say = |(id, names): (Id, Vec<&'static str>)| {
            let is_written = |name| WRITTEN.contains(&(id.name, name));
            let is_reference =
                |name: &str| ["step_", "the_step_", "first_step_", "at_"].iter().any(|form| name.starts_with(form));
            let argument = |name| {
                if is_written(name) {
                    Arg::from("1.0")
                } else if is_reference(name) {
                    Arg::from("step 4-3")
                } else {
                    Arg::Number(value)
                }
            };
            let arguments: Vec<_> = names.into_iter().map(|name| (name, argument(name))).collect();
            format!("{}: {}", id.name, localizer.message(&id, &arguments))
        };
        all(sources).into_iter().map(say).collect()
    }

    /// The plural noun that stands within three words after a 1.
    fn plural_after_one(said: &str) -> Option<&str> {
        let words: Vec<&str> = said.split(' ').collect();
        let mut ones = words.iter().enumerate().filter(|(_, word)| word.trim_matches(['(', '"', '/']) == "1");
        ones.find_map(|(at, _)| {
            let mut behind =
                words[at + 1..].iter().map(|word| word.trim_end_matches(['.', ',', ':', ')', ';'])).take(3);
            let ends = |word: &&str| NO_NOUNS.contains(word) || word.contains(|letter: char| !letter.is_alphabetic());
            let noun = behind.find(|word| word.ends_with('s') || ends(word))?;
            let is_verb = noun == "answers" && said.contains("1 answers with");
            (!ends(&noun) && !is_verb).then_some(noun)
        })
    }

    #[test_case("No key was pressed for 1 minutes, so", Some("minutes"); "minutes")]
    #[test_case("1 of 1 steps done", Some("steps"); "one of one")]
    #[test_case("and 1 more letters", Some("letters"); "with an adjective")]
    #[test_case("(1 minutes)", Some("minutes"); "in brackets")]
    #[test_case("1 minute in a row", None; "singular")]
    #[test_case("1 exists in 1", None; "a name")]
    #[test_case("put 1 in private subnets", None; "a name before a place")]
    fn plurals(said: &str, expected: Option<&str>) {
        assert_eq!(plural_after_one(said), expected);
    }

    #[test]
    fn one_of_a_thing_is_no_plural_in_english() {
        let said = said(Language::En, 1.0);
        let wrong: Vec<_> = said.iter().filter_map(|said| Some((plural_after_one(said)?, said))).collect();
        assert!(said.len() > 1000 && wrong.is_empty(), "{} messages: {wrong:#?}", said.len());
    }

    #[test_case(Language::Ja)]
    #[test_case(Language::En)]
    fn no_message_says_more_decimals_than_anybody_reads(language: Language) {
        let said = said(language, 61.0 / 3.0);
        let is_long = |said: &&String| said.contains("20.333");
        assert!(said.iter().filter(|said| said.contains("20.33")).count() > 300, "arguments are said");
        assert_eq!(said.iter().find(is_long), None);
    }
}
