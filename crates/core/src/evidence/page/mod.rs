//! The page: one HTML file that needs nothing from anywhere and runs nothing, in both languages, for screen and paper.
//! It is a function of the data in it and of the lesson, so that whoever has both can tell whether it was edited.
//!
//! ```text
//! language │ about: whose, when, by which versions │ what is handed in │ every step │ map │ history │ own words │ data
//! ```

mod about;
mod account;
mod result;
mod steps;
mod words;

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use sha2::{Digest, Sha256};

use super::{Evidence, data};
use crate::i18n::{Language, Localizer, Text};
use crate::lesson::Lesson;
use crate::markup::Markup;
use crate::msg;
use crate::report::Report;

/// Groups of four bytes that a fingerprint is shown in.
const FINGERPRINT: usize = 4;
const STYLE: &str = include_str!("style.css");
/// Nothing is loaded, sent or run; the style writer in the page is all that it uses.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page of `evidence`, with `data` as its data; `lesson` has the learner's own values in it.
#[must_use]
pub fn render(lesson: &Lesson, evidence: &Evidence, data: &str) -> String {
    let report = evidence.evaluate(lesson);
    let zone = Offset::from_seconds(evidence.utc_offset).map_or(TimeZone::UTC, TimeZone::fixed);
    let first = evidence.language;
    let languages = [first, first.other()];
    let fingerprint = fingerprint(data);
    let mut html = Markup::default();
    html.include("<!doctype html>\n");
    html.open("html", &[("lang", first.tag().to_owned())]);
    head(&mut html, speaker(first), lesson);
    html.open("body", &[]);
    switch(&mut html, languages);
    for language in languages {
        let localizer = &speaker(language).clone().in_zone(zone.clone());
        let writer =
            Writer { lesson, evidence, report: &report, localizer, zone: &zone, fingerprint: &fingerprint, html };
        html = writer.article();
    }
    html.include(&format!("{}{data}{}\n", data::OPEN, data::CLOSE));
    html.finish()
}

/// Making a localizer takes longer than writing a page, and an instructor examines thousands of pages.
fn speaker(language: Language) -> &'static Localizer {
    static JA: LazyLock<Localizer> = LazyLock::new(|| Localizer::new(Language::Ja));
    static EN: LazyLock<Localizer> = LazyLock::new(|| Localizer::new(Language::En));
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

/// Whoever changes the data must change this, too; and whoever was told it knows the page again.
fn fingerprint(data: &str) -> String {
    Sha256::digest(data).chunks(4).take(FINGERPRINT).map(hex).collect::<Vec<_>>().join(" ")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

fn head(html: &mut Markup, localizer: &Localizer, lesson: &Lesson) {
    let meta =
        |name: &'static str, value: &str, content: &str| [(name, value.to_owned()), ("content", content.to_owned())];
    html.open("head", &[]);
    html.empty("meta", &[("charset", "utf-8".to_owned())]);
    html.empty("meta", &meta("http-equiv", "Content-Security-Policy", POLICY));
    html.empty("meta", &meta("name", "viewport", "width=device-width, initial-scale=1"));
    html.empty("meta", &meta("name", "referrer", "no-referrer"));
    html.empty("meta", &meta("name", "color-scheme", "light dark"));
    let title = Text::Lesson(lesson.title.clone());
    html.text("title", &[], &localizer.say(&msg!(evidence_title, lesson = title)));
    html.open("style", &[]);
    html.include(STYLE);
    html.close();
    html.close();
}

/// A choice of the language that needs no script; the writer shows what is chosen.
fn switch(html: &mut Markup, languages: [Language; 2]) {
    for (index, language) in languages.into_iter().enumerate() {
        let id = format!("show-{}", language.tag());
        let mut input = vec![("type", "radio".to_owned()), ("name", "language".to_owned()), ("id", id.clone())];
        input.extend((index == 0).then(|| ("checked", "checked".to_owned())));
        html.empty("input", &input);
        html.text("label", &[("for", id), ("lang", language.tag().to_owned())], name(language));
    }
}

/// A language in its own words.
fn name(language: Language) -> &'static str {
    match language {
        Language::Ja => "日本語",
        Language::En => "English",
    }
}

/// The page in one language, under construction.
struct Writer<'a> {
    lesson: &'a Lesson,
    evidence: &'a Evidence,
    report: &'a Report,
    localizer: &'a Localizer,
    zone: &'a TimeZone,
    fingerprint: &'a str,
    html: Markup,
}

impl Writer<'_> {
    fn article(mut self) -> Markup {
        let tag = self.localizer.language().tag();
        self.html.open("article", &[("lang", tag.to_owned()), ("class", tag.to_owned())]);
        self.about();
        self.items();
        self.steps();
        self.map();
        self.history();
        self.words();
        self.limits();
        self.html.close();
        self.html
    }

    fn say(&self, text: &Text) -> String {
        self.localizer.say(text)
    }

    /// An element of this class with nothing but `text` in it.
    fn element(&mut self, name: &'static str, class: &str, text: &Text) {
        let said = self.say(text);
        self.html.text(name, &class_of(class), &said);
    }

    fn open(&mut self, name: &'static str, class: &str) {
        self.html.open(name, &class_of(class));
    }

    fn close(&mut self) {
        self.html.close();
    }

    /// An instant on the learner's own clock.
    fn moment(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

fn class_of(class: &str) -> Vec<(&'static str, String)> {
    if class.is_empty() { Vec::new() } else { vec![("class", class.to_owned())] }
}
