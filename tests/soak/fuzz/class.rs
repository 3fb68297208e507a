//! What an instructor sees of rows: lines, JSON, CSV, a page and the board, in both languages. Nothing of a row is more
//! than text there.

use std::sync::{Arc, LazyLock};

use ec_site_tutor::class::{
    Board, Bounds, Column, PageMaterial, Recorder, Row, Summary, Timeline, columns, csv_head, csv_line, line, page,
    rows, summary_line,
};
use ec_site_tutor::tui::{Clipboard, Colour, Looks};
use ec_site_tutor_core::i18n::{Language, Localizer, Text};
use ec_site_tutor_core::signs::Signs;
use ec_site_tutor_testing::hostile::assert_text;
use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use xmlparser::{ElementEnd, Token, Tokenizer};

use super::LESSON;

const LIMIT: SignedDuration = SignedDuration::from_mins(30);
/// A window each.
const LANGUAGES: [(Language, (u16, u16)); 2] = [(Language::Ja, (80, 24)), (Language::En, (60, 20))];

/// By this a page begins the row of a learner.
const LEARNER: &str = "<th title=\"";

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| columns(&LESSON));

/// Shows `all` in every way.
pub fn show(mut all: Vec<Row>) {
    let mut timeline = Timeline::default();
    for row in &mut all {
        timeline.note(row);
    }
    let now = Timestamp::now();
    let summary = Summary::of(&COLUMNS, &all, &timeline, now, LIMIT);
    json(&all);
    for (language, window) in LANGUAGES {
        let localizer = Localizer::new(language);
        for row in &all {
            let said = localizer.say(&line(row, language, now));
            assert_text("line", &said);
            assert!(!said.contains('\n'), "a line each: {said}");
        }
        assert_text("summary", &localizer.say(&summary_line(&summary, LIMIT)));
        csv(&all, &localizer, now);
        let material = PageMaterial {
            title: Text::Lesson(LESSON.title.clone()),
            columns: &COLUMNS,
            rows: &all,
            summary: &summary,
            limit: LIMIT,
            now,
        };
        let page = page(&material, &localizer);
        assert_is_a_page(&page);
        assert_eq!(page.matches(LEARNER).count(), all.len(), "a row each");
        board(&all, language, window);
    }
}

/// A line each, which tells the same when it is read again.
fn json(all: &[Row]) {
    let lines: String = all.iter().map(|row| serde_json::to_string(row).expect("JSON") + "\n").collect();
    assert_eq!(lines.lines().count(), all.len(), "a line each");
    let again: Vec<Row> = rows("rows", &lines).map(|row| row.expect("a row")).collect();
    assert_eq!(again, all);
}

/// RFC 4180, every cell in quotes, and none that a spreadsheet would compute.
fn csv(all: &[Row], localizer: &Localizer, now: Timestamp) {
    let width = csv_head(&COLUMNS).matches("\",\"").count() + 1;
    for row in all {
        let line = csv_line(row, &COLUMNS, localizer, now);
        let inside = line.strip_suffix("\r\n").expect("a line");
        assert_text("CSV", inside);
        assert!(!inside.contains('\n'), "{line}");
        let cells = cells(inside);
        assert_eq!(cells.len(), width, "{line}");
        let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
        assert!(!cells.iter().any(|cell| cell.trim_start().starts_with(formula)), "{line}");
    }
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        assert_eq!(character, '"', "a cell begins with a quote: {line}");
        while let Some(character) = characters.next() {
            if character == '"' && characters.next_if_eq(&'"').is_none() {
                break;
            }
            cells.last_mut().expect("a cell").push(character);
        }
        if let Some(character) = characters.next() {
            assert_eq!(character, ',', "a cell ends with a quote: {line}");
            cells.push(String::new());
        }
    }
    cells
}

/// Every element is closed and one that the program knows, and none has a handler.
fn assert_is_a_page(page: &str) {
    assert_text("page", page);
    let mut open = Vec::new();
    for token in Tokenizer::from(page.strip_prefix("<!doctype html>\n").expect("a page")) {
        match token.expect("markup") {
            Token::ElementStart { local, .. } => {
                assert!(!["script", "img", "iframe", "a", "form"].contains(&local.as_str()), "{local}");
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
    assert_eq!(open, [""; 0]);
}

fn board(all: &[Row], language: Language, (width, height): (u16, u16)) {
    let board = Board {
        lesson: Arc::new(LESSON.clone()),
        class: None,
        rows: all.to_vec(),
        recorder: Recorder::default(),
        bounds: Bounds::AWS,
        limit: LIMIT,
        localizer: Localizer::new(language),
        memory: None,
    };
    let looks = Looks { colour: Colour::Off, signs: Signs::All, clipboard: Clipboard::Direct };
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a window");
    terminal.draw(|frame| board.draw(frame, looks)).expect("drawn");
    for cell in terminal.backend().buffer().content() {
        assert_text("board", cell.symbol());
    }
}
