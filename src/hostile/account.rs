//! What an account says, through every way out that a report has.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::accounts::{LESSON, speaker};
use super::accounts::{PLACES, mark, poisoned, row};
use crate::account::Snapshot;
use crate::class::{self, Row, Speakers, Summary, Timeline, columns};
use crate::i18n::{Language, Localizer, Text};
use crate::map::{Wiring, draw, sentences, svg};
use crate::progress::Progress;
use crate::report::{Locked, Report, ReportDocument, explained, locked_by_account, plain};
use crate::text::visible;
use crate::{cleanup, cost, evidence, json};
use ec_site_tutor_testing::hostile::{HOSTILE, all};
use ec_site_tutor_testing::hostile::{assert_json, assert_markup, assert_picture, assert_table, assert_text};

/// What is left of the first hostile string whatever it is escaped for, and the characters that it stands within.
const LEFT: (&str, usize) = ("31mred", 32);
/// What stands where a line was cut short.
const CUT: &str = "...";
/// The least part of an account's places that comes out somewhere; the others only decide.
const LEAST_SHOWN: usize = 60;

/// Everything that is shown of an account, one after the other; each is harmless by itself.
fn shown(name: &str, snapshot: &Snapshot, language: Language) -> String {
    let (localizer, zone, now) = (speaker(language), TimeZone::UTC, snapshot.taken_at);
    let report = Report::assess(&LESSON, snapshot, now);
    let steps: Vec<String> = report.steps.iter().map(|step| step.id.clone()).collect();
    let locked = locked_by_account(&report);
    let estimate = cost::estimate(&LESSON, snapshot, now);
    let plan = cleanup::plan(&LESSON, snapshot, None, now);
    let mut texts = vec![
        plain(&report, &locked, Locked::InFull, localizer, &zone),
        explained(&report, &steps, localizer),
        cost::plain(&estimate, localizer),
        cleanup::plain(&plan, localizer),
    ];
    let documents = [
        json::pretty(&ReportDocument::new(&report, &locked, localizer)).unwrap(),
        json::line(&cost::CostDocument::new(&estimate, localizer)).unwrap(),
        json::line(&cleanup::CleanupDocument::new(&plan, localizer)).unwrap(),
    ];
    if let Some(wiring) = Wiring::of(&LESSON, snapshot, &report) {
        texts.push(sentences(&wiring, localizer, &zone).join("\n"));
        for row in draw(&wiring, localizer, &zone, 80) {
            assert_text(name, &row.into_iter().map(|(text, _)| text).collect::<String>());
        }
        assert_picture(name, &svg(&wiring, localizer, &zone));
    }
    for text in &texts {
        assert_text(name, text);
    }
    for document in &documents {
        assert_json(name, document);
    }
    texts.concat() + &documents.concat()
}

#[test]
fn what_an_account_says_harms_nobody_and_is_recognised() {
    let mut told = BTreeSet::new();
    for (index, (name, snapshot)) in poisoned().enumerate() {
        let shown = shown(&name, &snapshot, Language::ALL[index % 2]);
        for place in (0..PLACES.len()).filter(|place| shown.contains(&mark(*place))) {
            told.insert(PLACES[place].as_str());
        }
        let around = |at: usize| shown[at..].chars().take(LEFT.1).collect::<String>();
        // A line that is cut short says so, wherever that is.
        let is_left = |text: &str| text.contains(LEFT.0) || text.contains(CUT);
        let lost = shown.match_indices("zQ").find(|(at, _)| !is_left(&around(*at)));
        assert!(lost.is_none(), "{name}: {:?}", lost.map(|(at, _)| around(at)));
    }
    assert!(told.len() >= LEAST_SHOWN, "{} of {} places: {told:#?}", told.len(), PLACES.len());
}

#[test]
fn pages_of_hostile_accounts_harm_nobody_and_hold() {
    let pack = crate::lesson::Pack::Embedded;
    // Each with another part of the strings, for time.
    for (name, snapshot) in poisoned().step_by(9) {
        let now = snapshot.taken_at;
        let mut record = Progress::new(snapshot.account().unwrap_or("1"), &LESSON.id);
        record.answer("why", "automatic", &all(), now);
        let material = evidence::Material {
            lesson: &LESSON,
            snapshot,
            record,
            values: std::collections::BTreeMap::new(),
            language: Language::Ja,
            utc_offset: 0,
            now,
            simulated: false,
            numbers: evidence::Numbers::Whole,
        };
        let page = evidence::write(&LESSON, &evidence::gather(material).unwrap()).unwrap();
        assert_markup(&name, &page);
        let examined = evidence::verify(&pack, &LESSON, page.as_bytes()).unwrap();
        assert_eq!(examined.outcome(), evidence::Conclusion::Consistent, "{name}");
    }
}

fn harmless_class(way: &str, row: &Row, localizer: &Localizer) {
    let (now, limit) = (row.read_at, SignedDuration::from_mins(30));
    let columns = columns(&LESSON);
    let rows = [row.clone()];
    let summary = Summary::of(&columns, &rows, &Timeline::default(), now, limit);
    let title = Text::Lesson(LESSON.title.clone());
    let material = class::PageMaterial { title, columns: &columns, rows: &rows, summary: &summary, limit, now };
    assert_markup(way, &class::page(&material, localizer));
    assert_text(way, &localizer.say(&class::line(row, localizer.language(), now)));
    assert_table(way, &class::csv_line(row, &columns, localizer, now));
    let line = json::line(row).unwrap();
    assert_json(way, &line);
    assert_eq!(class::rows("in", &line).next().unwrap().unwrap(), *row, "{way}: it comes back as it was");
}

#[test]
fn a_class_of_hostile_rows_harms_nobody() {
    for language in Language::ALL {
        let localizer = speaker(language);
        for (name, text) in HOSTILE {
            harmless_class(name, &row(text), localizer);
            harmless_class(name, &row(&format!("Tanaka {text}")), localizer);
        }
    }
}

#[test]
fn a_class_of_hostile_accounts_harms_nobody() {
    let speakers = Speakers::default();
    for (name, snapshot) in poisoned() {
        let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
        let way = Ok(class::Way::Evidence("x".into()));
        let entry = class::RosterEntry {
            id: all(),
            name: all(),
            way,
            region: None,
            account: None,
            place: None,
            marks: Vec::new(),
            more: Vec::new(),
            language: None,
            values: std::collections::BTreeMap::new(),
        };
        harmless_class(&name, &Row::of_report(&entry, &report, &speakers), speaker(Language::Ja));
    }
}

#[test]
fn hostile_arguments_of_messages_are_no_messages() {
    for language in Language::ALL {
        for (name, text) in HOSTILE {
            let said = speaker(language).say(&crate::msg!(line_found, text = Text::verbatim(*text)));
            assert_text(name, &said);
            assert!(said.contains(&*visible(text)), "{name}: {said}");
            let lesson = crate::i18n::Localized { ja: (*text).into(), en: (*text).into() };
            assert_text(name, &speaker(language).say(&Text::Lesson(lesson)));
        }
    }
}
