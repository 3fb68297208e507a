//! The page and the table for spreadsheets: what they say of a class, and that nobody's name becomes more than text.

use std::collections::BTreeMap;

use xmlparser::{ElementEnd, Token, Tokenizer};

use super::*;
use crate::class::csv::{head, line};
use crate::class::row::{Reason, StepMark};
use crate::class::summary::columns;
use crate::class::timeline::Timeline;
use crate::i18n::{Language, Localized};
use crate::lesson::{Lesson, Pack, load};
use crate::verify::Status;

const HOSTILE: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://evil\")",
    "\u{1b}]0;title\u{7}\u{202e}",
    "]]>&amp;'--",
];

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
}

fn row(lesson: &Lesson, name: &str, done: usize, minutes: i64) -> Row {
    let mark = |(index, step): (usize, &crate::lesson::Step)| StepMark {
        id: step.id.clone(),
        status: if index < done { Status::Passed } else { Status::Failed },
    };
    let marks = lesson.steps.iter().enumerate().map(mark).collect();
    let text = Localized { ja: name.to_owned(), en: name.to_owned() };
    let row = Row::of_marks(name, &lesson.id, at(0), marks, Some(Reason { id: Some(name.to_owned()), text }));
    Row { since: Some(at(-minutes)), account: Some(name.to_owned()), region: Some(name.to_owned()), ..row }
}

/// The page of `rows`.
fn page_of(lesson: &Lesson, rows: &[Row], timeline: &Timeline, language: Language) -> String {
    let columns = columns(lesson);
    let limit = SignedDuration::from_mins(30);
    let material = PageMaterial {
        title: Text::Lesson(lesson.title.clone()),
        columns: &columns,
        rows,
        summary: &Summary::of(&columns, rows, timeline, at(0), limit),
        limit,
        now: at(0),
    };
    page(&material, &Localizer::new(language))
}

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).unwrap()
}

#[test]
fn names_stay_text_in_the_page_in_both_languages() {
    let lesson = lesson();
    let rows: Vec<Row> = HOSTILE.into_iter().map(|name| row(&lesson, name, 3, 40)).collect();
    for language in Language::ALL {
        let page = page_of(&lesson, &rows, &Timeline::default(), language);
        let body = page.strip_prefix("<!doctype html>\n").unwrap();
        let mut open = Vec::new();
        for token in Tokenizer::from(body) {
            match token.unwrap() {
                Token::ElementStart { local, .. } => {
                    let known = [
                        "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "thead", "tbody",
                        "tr", "th", "td", "i", "input", "label", "br", "svg", "path",
                    ];
                    assert!(known.contains(&local.as_str()), "{local}");
                    open.push(local.as_str().to_owned());
                }
                Token::ElementEnd { end: ElementEnd::Close(_, local), .. } => {
                    assert_eq!(open.pop().as_deref(), Some(local.as_str()));
                }
                Token::ElementEnd { end: ElementEnd::Empty, .. } => drop(open.pop()),
                Token::Attribute { local, .. } => assert!(!local.as_str().starts_with("on"), "{local}"),
                _ => {}
            }
        }
        assert!(open.is_empty());
        assert!(!page.chars().any(|character| character.is_control() && character != '\n'));
    }
}

#[test]
fn the_page_names_the_step_that_stops_most_and_the_median_of_a_step() {
    let lesson = lesson();
    let mut timeline = Timeline::default();
    for (done, minute) in [(0, -90), (1, -80), (2, -55)] {
        let mut seen = row(&lesson, "taro", done, 0);
        (seen.read_at, seen.since) = (at(minute), None);
        timeline.note(&mut seen);
    }
    let rows = [row(&lesson, "taro", 2, 40), row(&lesson, "hanako", 2, 5), row(&lesson, "jiro", 0, 5)];
    let page = page_of(&lesson, &rows, &timeline, Language::En);
    assert!(page.contains("Most learners are at 1-2"), "{page}");
    assert!(page.contains("25 min (of 1)"), "{page}");
    assert!(page.contains("3 learners: 0 finished, 1 stuck"), "{page}");
    assert_eq!(page.matches("<tr class=\"stuck ").count(), 1);
}

#[test]
fn no_cell_of_the_table_begins_a_formula_or_ends_its_line() {
    let lesson = lesson();
    let columns = columns(&lesson);
    assert_eq!(head(&columns).matches("\r\n").count(), 1);
    for name in HOSTILE.into_iter().chain(["+1", "-1", "@x", "\t=1", "\r=1", "＝1", "a\r\nb"]) {
        let line = line(&row(&lesson, name, 3, 40), &columns, &Localizer::new(Language::Ja), at(0));
        let cells: Vec<&str> = line.trim_end().trim_matches('"').split("\",\"").collect();
        assert_eq!(cells.len(), 19 + columns.len(), "{line}");
        let is_formula = |cell: &&str| cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '\t', '\r']);
        assert_eq!(cells.iter().find(|cell| is_formula(cell)), None, "{line}");
        assert_eq!(line.chars().filter(|character| character.is_control()).collect::<String>(), "\r\n");
    }
}

/// The inputs that a choice can be made by: id, and whether it is the first of its group.
fn inputs(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_choice_is_known_to_the_style_and_shows_whom_it_counts() {
    let lesson = lesson();
    let mut rows: Vec<Row> = (0..4).map(|done| row(&lesson, &format!("s{done}"), done, 40)).collect();
    rows[1].begun = Some(false);
    rows[2].unread = rows[2].cause.clone();
    rows[3].marks = rows[3].cause.clone().into_iter().collect();
    rows.push(row(&lesson, "done", 99, 0));
    let page = page_of(&lesson, &rows, &Timeline::default(), Language::En);
    let ids = inputs(&page);
    assert!(ids.len() > 8, "{ids:?}");
    for id in ids.into_iter().filter(|id| !["show-all", "by-need"].contains(id)) {
        assert!(STYLE.contains(&format!("#{id}:checked ~ .learners")), "{id}");
        if let Some(class) = id.strip_prefix("show-") {
            assert!(STYLE.contains(&format!("tr:not(.{class})")), "{id}");
            let shown = page.split("<tr").skip(1).filter(|row| {
                let classes = row.split("style=").next().unwrap_or_default();
                classes.split(['"', ' ']).any(|known| known == class)
            });
            assert!(shown.count() > 0, "{id}");
        }
    }
}

#[test]
fn a_page_of_three_thousand_is_small_enough_for_a_phone() {
    let lesson = lesson();
    let text = Localized {
        ja: "ロードバランサーのスキームが internal です。インターネットからの通信が届きません。".into(),
        en: "The load balancer's scheme is internal, so nothing from the internet reaches it.".into(),
    };
    let reason = Reason { id: Some("alb-internal".into()), text };
    let made = |index: usize| Row {
        name: format!("受講者 {index:04}"),
        cause: Some(reason.clone()),
        finished_at: None,
        ..row(&lesson, &format!("s{index:04}"), index % 18, i64::try_from(index % 90).unwrap())
    };
    let rows: Vec<Row> = (0..3000).map(made).collect();
    for language in Language::ALL {
        let size = page_of(&lesson, &rows, &Timeline::default(), language).len();
        assert!(size <= 1_500_000, "{size} bytes");
    }
}
