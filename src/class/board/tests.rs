//! The board without a terminal: keys and rows in, what is on the screen out.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use test_case::test_case;

use super::model::{Extents, Model, PAUSE_MINUTES, Page, Reading, Tops};
use super::order::{Filter, Sort};
use super::update::{Effect, Message, update};
use super::view;
use crate::class::row::{Reason, Row, StepMark};
use crate::class::summary::{Summary, columns};
use crate::class::timeline::Timeline;
use crate::i18n::{Language, Localized, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::report::Report;
use crate::signs::Signs;
use crate::terminal::{Clipboard, Colour, Looks, Size};
use crate::text::width;
use crate::tutor::key::{Button, Keystroke};
use crate::verify::Status;

static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + minute * 60).unwrap()
}

/// A learner who has done so many steps, for so many minutes at the next.
fn row(id: &str, done: usize, minutes: i64) -> Row {
    let mark = |(index, step): (usize, &crate::lesson::Step)| StepMark {
        id: step.id.clone(),
        status: if index < done { Status::Passed } else { Status::Failed },
    };
    let marks = LESSON.steps.iter().enumerate().map(mark).collect();
    let text = Localized { ja: format!("{id}の原因"), en: format!("cause of {id}") };
    let cause = Some(Reason { id: Some("alb-internal".into()), text });
    Row { since: Some(at(-minutes)), ..Row::of_marks(id, &LESSON.id, at(0), marks, cause) }
}

fn unread(id: &str) -> Row {
    let text = Localized { ja: "拒否".into(), en: "refused".into() };
    let reason = Reason { id: Some("access-denied".into()), text };
    Row { steps: Vec::new(), current: None, cause: None, unread: Some(reason), ..row(id, 0, 0) }
}

struct Board {
    model: Model,
    timeline: Timeline,
    now: Timestamp,
}

impl Board {
    fn new(language: Language, width: u16, height: u16, rows: Vec<Row>) -> Self {
        let (columns, limit) = (columns(&LESSON), SignedDuration::from_mins(30));
        let model = Model {
            title: LESSON.title.clone(),
            summary: Summary::of(&columns, &[], &Timeline::default(), at(0), limit),
            columns,
            order: rows.iter().map(|row| row.id.clone()).collect(),
            rows: HashMap::new(),
            limit,
            localizer: Localizer::new(language),
            size: Size { width, height },
            now: at(0),
            page: Page::Board,
            sort: Sort::Roster,
            filter: Filter::All,
            search: String::new(),
            is_typing: false,
            cursor: None,
            top: Tops::default(),
            extent: Extents::default(),
            reading: Reading::UnderWay(0),
            open: None,
            trouble: None,
        };
        let mut board = Self { model, timeline: Timeline::default(), now: at(0) };
        for row in rows.into_iter().rev() {
            board.take(Message::Row(Box::new(row)));
        }
        board.take(Message::AllRead);
        board
    }

    fn take(&mut self, message: Message) -> Option<Effect> {
        let effect = update(&mut self.model, message, &self.timeline, self.now);
        self.model.measured(view::extents(&self.model));
        effect
    }

    fn press(&mut self, button: Button) -> Option<Effect> {
        self.take(Message::Key(Keystroke::from(button)))
    }

    fn keys(&mut self, keys: &str) -> Option<Effect> {
        keys.chars().map(|key| self.press(Button::Char(key))).last().flatten()
    }

    fn screen(&self, signs: Signs) -> Vec<String> {
        let size = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
        let looks = Looks { colour: Colour::Off, signs, clipboard: Clipboard::Direct };
        terminal.draw(|frame| view::draw(frame, &self.model, looks)).unwrap();
        let buffer = terminal.backend().buffer();
        let line = |y: u16| {
            let mut line = String::new();
            let mut x = 0;
            while x < size.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += u16::try_from(width(symbol).max(1)).unwrap();
            }
            line.trim_end().to_owned()
        };
        (0..size.height).map(line).collect()
    }

    fn text(&self) -> String {
        self.screen(Signs::All).join("\n")
    }

    /// The learners in the table, from top to bottom.
    fn names(&self) -> Vec<String> {
        self.model.shown().into_iter().map(|row| row.id.clone()).collect()
    }
}

fn class() -> Vec<Row> {
    vec![row("dan", 8, 5), row("aoi", 3, 45), row("bea", 30, 0), unread("cy"), row("eri", 3, 90)]
}

#[test]
fn the_board_tells_who_is_where_for_how_long_and_why() {
    let board = Board::new(Language::En, 120, 24, class());
    let screen = board.text();
    let line = screen.lines().find(|line| line.contains("aoi") && line.contains('✗')).unwrap();
    assert!(line.contains("✗ 2-1 failed") && line.contains("45 min") && line.contains("cause of aoi"), "{screen}");
    assert!(line.contains("✓✓✓"), "{line}");
    let lost = screen.lines().find(|line| line.contains("cy ")).unwrap();
    assert!(lost.contains("? can't be read") && lost.contains("refused") && !lost.contains('✗'), "{lost}");
    assert!(screen.contains("5 learners: 1 finished, 2 stuck"), "{screen}");
    assert!(screen.contains(&format!("every {PAUSE_MINUTES} minutes")), "{screen}");
}

#[test]
fn what_comes_after_the_current_step_is_no_failure() {
    let line = Board::new(Language::En, 120, 24, vec![row("aoi", 3, 1)]).text();
    let line = line.lines().find(|line| line.contains("aoi")).unwrap().to_owned();
    assert_eq!(line.matches('✗').count(), 1, "in the word, since 2-1 has no column of its own: {line}");
    assert!(line.contains("..."), "{line}");
}

#[test_case("", &["dan", "aoi", "bea", "cy", "eri"]; "as in the roster")]
#[test_case("s", &["eri", "aoi", "dan", "bea", "cy"]; "by time")]
#[test_case("ss", &["aoi", "eri", "dan", "bea", "cy"]; "by step")]
#[test_case("sss", &["aoi", "bea", "cy", "dan", "eri"]; "by name")]
#[test_case("ssss", &["dan", "aoi", "bea", "cy", "eri"]; "round")]
#[test_case("f", &["aoi", "eri"]; "stuck")]
#[test_case("ff", &["dan", "aoi", "eri"]; "failed")]
#[test_case("fff", &["cy"]; "unknown")]
#[test_case("ffff", &["dan", "aoi", "bea", "cy", "eri"]; "all again")]
fn orders_and_filters(keys: &str, expected: &[&str]) {
    let mut board = Board::new(Language::En, 80, 24, class());
    board.keys(keys);
    assert_eq!(board.names(), expected);
}

#[test]
fn who_needs_somebody_comes_first_and_what_was_not_begun_is_no_failure() {
    let mut rows = class();
    let wait = |row: Row, status| {
        let steps = row.steps.iter().map(|mark| StepMark { status, ..mark.clone() }).collect();
        Row { steps, current: Some("4-1".into()), ..row }
    };
    rows.push(wait(row("fay", 8, 9), Status::Waiting));
    rows.push(Row { begun: Some(false), ..row("gil", 8, 20) });
    let mut board = Board::new(Language::En, 120, 24, rows);
    board.keys("fsu");
    assert_eq!(board.names(), ["eri", "aoi", "dan", "fay", "gil", "bea", "cy"]);
    let line = board.text().lines().find(|line| line.contains("gil")).unwrap().to_owned();
    assert!(line.contains(". ") && line.contains("not begun") && !line.contains('✗'), "{line}");
}

#[test]
fn the_cursor_stays_with_its_learner() {
    let mut board = Board::new(Language::En, 80, 24, class());
    board.keys("j");
    assert_eq!(board.model.selected().unwrap().id, "aoi");
    board.keys("s");
    assert_eq!(board.model.selected().unwrap().id, "aoi");
    board.keys("fff");
    assert_eq!(board.model.selected().unwrap().id, "cy", "where its learner isn't shown it stands on the first");
}

#[test]
fn one_learner_is_opened_read_in_full_and_left_again() {
    let mut board = Board::new(Language::En, 80, 24, class());
    board.keys("j");
    assert_eq!(board.press(Button::Enter), Some(Effect::ReadOne("aoi".into())));
    assert!(board.text().contains("The account is being read"), "{}", board.text());
    let simulated = crate::account::demo::SimulatedAccount::new(&LESSON, at(0));
    let report = || Ok(Box::new(Report::assess(&LESSON, &simulated.snapshot(at(0)), at(0))));
    board.take(Message::Found { id: "dan".into(), report: report() });
    assert!(board.text().contains("The account is being read"), "an answer about somebody else");
    board.take(Message::Found { id: "aoi".into(), report: report() });
    assert!(board.text().contains("What to do:"), "{}", board.text());
    board.keys("l");
    assert!(board.text().contains("対処:"), "{}", board.text());
    assert_eq!(board.press(Button::Esc), None);
    assert_eq!(board.model.page, Page::Board);
}

#[test]
fn the_class_is_read_again_by_itself_and_by_a_key_but_never_twice_at_once() {
    let mut board = Board::new(Language::En, 80, 24, class());
    board.now = at(PAUSE_MINUTES) - SignedDuration::from_secs(1);
    assert_eq!(board.take(Message::Ticked), None);
    board.now = at(PAUSE_MINUTES);
    assert_eq!(board.take(Message::Ticked), Some(Effect::ReadAll));
    assert_eq!(board.take(Message::Ticked), None);
    assert_eq!(board.keys("r"), None);
    board.take(Message::AllRead);
    assert_eq!(board.keys("r"), Some(Effect::ReadAll));
}

#[test]
fn rows_that_were_given_are_never_read() {
    let mut board = Board::new(Language::En, 80, 24, class());
    board.model.reading = Reading::Given;
    board.now = at(1000);
    assert_eq!(board.take(Message::Ticked), None);
    assert_eq!(board.keys("r"), None);
    assert_eq!(board.press(Button::Enter), None);
    assert!(board.text().contains("read elsewhere"), "{}", board.text());
}

#[test]
fn the_window_follows_the_cursor_through_a_large_class() {
    let rows: Vec<Row> = (0..200).map(|number| row(&format!("n{number:03}"), 3, number % 20)).collect();
    let mut board = Board::new(Language::Ja, 80, 24, rows);
    board.keys("G");
    assert!(board.text().contains("n199") && !board.text().contains("n000"), "{}", board.text());
    board.keys("g");
    assert!(board.text().contains("n000") && !board.text().contains("n199"), "{}", board.text());
}

#[test]
fn every_key_of_the_table_is_in_the_help() {
    let mut board = Board::new(Language::En, 80, 60, class());
    board.keys("?");
    let help = board.text();
    for row in super::keys::TABLE {
        let label = board.model.say(&(row.label)());
        assert!(help.contains(&label), "{label} is not in {help}");
    }
}

#[test]
fn no_window_is_too_small_to_survive_and_no_line_is_wider_than_its_window() {
    let hostile = "\u{1b}[31m=cmd\u{202e}\n<script>ｶﾞ長い名前".repeat(9);
    for language in Language::ALL {
        for (width_, height) in [(1, 1), (5, 2), (60, 20), (61, 20), (80, 24), (139, 30), (140, 30), (200, 60)] {
            let mut board = Board::new(language, width_, height, vec![row(&hostile, 4, 99), unread("x")]);
            for keys in ["", "s", "f", "?", "l"] {
                board.keys(keys);
                for line in board.screen(Signs::All) {
                    assert!(width(&line) <= width_.into(), "{width_}x{height}: {line}");
                    assert!(!line.chars().any(char::is_control) && !line.contains('\u{202e}'), "{line:?}");
                }
            }
        }
    }
}

#[test]
fn ascii_signs_are_all_that_is_shown_where_no_others_may_be() {
    let board = Board::new(Language::En, 120, 24, class());
    // The last line offers the other language in its own name.
    for line in &board.screen(Signs::Ascii)[..23] {
        assert!(line.is_ascii(), "{line}");
    }
}

#[test]
fn hostile_rows_harm_no_cell_of_the_board() {
    let hostile = crate::hostile::HOSTILE.iter().map(|(_, text)| crate::hostile::row(&format!("x{text}"))).collect();
    let mut board = Board::new(Language::Ja, 160, 60, hostile);
    for _ in crate::hostile::HOSTILE {
        crate::hostile::assert_text("the board", &board.text());
        board.press(Button::Enter);
        crate::hostile::assert_text("a learner", &board.text());
        board.press(Button::Esc);
        board.press(Button::Down);
    }
}

#[test]
fn who_is_stuck_stands_on_top_with_the_cause_in_words() {
    for (height, named) in [(24, 2), (19, 0)] {
        let board = Board::new(Language::En, 80, height, class());
        let screen = board.screen(Signs::All);
        let list: Vec<&String> =
            screen.iter().filter(|line| line.contains("cause of") && !line.contains('✗')).collect();
        assert_eq!(
            list.iter().filter(|line| line.contains("aoi") || line.contains("eri")).count(),
            named,
            "{screen:?}"
        );
        if named > 0 {
            assert!(list[0].contains("eri") && list[0].contains("1 h 30 min") && list[0].contains("2-1"), "{list:?}");
            assert!(screen.iter().any(|line| line.contains("Stuck now: 2")), "{screen:?}");
        }
    }
}

#[test]
fn a_learner_is_found_by_name_whatever_keys_mean_otherwise() {
    let mut rows = class();
    rows.push(Row { name: "Queen Ｓａｔｏ".into(), ..row("s077", 3, 1) });
    let mut board = Board::new(Language::En, 80, 24, rows);
    assert_eq!(board.keys("/QUEEN SATO"), None, "q doesn't leave");
    assert_eq!(board.names(), ["s077"]);
    assert!(board.text().contains("QUEEN SATO"), "{}", board.text());
    board.press(Button::Enter);
    board.keys("s");
    assert_eq!((board.names().len(), board.model.sort), (1, Sort::Time), "the search stays, and keys are keys again");
    board.press(Button::Esc);
    assert_eq!(board.names().len(), 6);
    board.keys("/077");
    board.press(Button::Backspace);
    assert_eq!(board.names(), ["s077"]);
    board.press(Button::Esc);
    assert_eq!((board.names().len(), board.model.is_typing), (6, false));
}
