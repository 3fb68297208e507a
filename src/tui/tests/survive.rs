//! Where the learner is survives another window, another language and another check.

use test_case::test_case;

use super::*;
use crate::i18n::Language;
use crate::tutor::model::{Frame, Page, Tab};

type Place = (Page, Tab, usize, usize, Frame);

fn place(tutor: &Tutor) -> Place {
    let view = &tutor.model.view;
    (view.page, view.tab, view.step, view.cursor, view.frame)
}

fn resize(tutor: &mut Tutor, width: u16, height: u16) {
    tutor.resize(Size { width, height });
}

/// What stands at the top of the window: its section and block.
fn top(tutor: &Tutor) -> (usize, usize) {
    let anchor = tutor.window.shown.content.lines[tutor.model.view.top()].anchor;
    (anchor.section, anchor.block)
}

const PLACES: [&str; 7] =
    ["Home Down Down", "Enter PgDn PgDn", "Enter Tab", "Enter h h", "? PgDn", "Enter z PgDn", "Enter n p PgDn Tab"];

#[test]
fn everything_stays_in_another_window() {
    for keys in PLACES {
        for (width, height) in [(60, 20), (200, 60), (1, 1), (0, 0), (99, 24), (100, 24)] {
            let mut tutor = Tutor::settled(Language::Ja, 80, 24, &["preflight"]);
            tutor.keys(keys);
            let before = place(&tutor);
            resize(&mut tutor, width, height);
            tutor.screen();
            assert_eq!(place(&tutor), before, "{keys} at {width}x{height}");
            resize(&mut tutor, 80, 24);
            assert_eq!(place(&tutor), before, "{keys} back from {width}x{height}");
        }
    }
}

#[test]
fn everything_stays_in_another_language() {
    for keys in PLACES {
        let mut tutor = Tutor::settled(Language::Ja, 80, 24, &["preflight"]);
        tutor.keys(keys);
        let before = (place(&tutor), top(&tutor).0);
        tutor.keys("l");
        assert_eq!((place(&tutor), top(&tutor).0), before, "{keys}");
    }
}

#[test]
fn everything_stays_when_a_look_ends() {
    for keys in PLACES {
        let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
        tutor.keys("Enter");
        tutor.clock += 60;
        assert!(matches!(tutor.send(Message::Due)[..], [Effect::Read { .. }]));
        let number = tutor.running();
        tutor.keys(&format!("s {keys}"));
        let before = (place(&tutor), tutor.model.view.top(), tutor.model.view.hints.clone());
        tutor.read(number, bare_snapshot(ACCOUNT));
        assert_eq!((place(&tutor), tutor.model.view.top(), tutor.model.view.hints.clone()), before, "{keys}");
    }
}

#[test_case(60, 20)]
#[test_case(80, 24)]
fn the_whole_window_shows_more_of_the_same_place(width: u16, height: u16) {
    let mut tutor = Tutor::settled(Language::Ja, width, height, &["preflight"]);
    tutor.keys("Enter PgDn");
    let block = top(&tutor).1;
    tutor.keys("z");
    assert_eq!(top(&tutor).1, block);
    let screen = tutor.screen();
    let lines: Vec<&str> = screen.lines().collect();
    assert_eq!(lines.len(), usize::from(height));
    assert!(lines[usize::from(height) - 1].ends_with("z: 戻す"), "{screen}");
    assert!(!screen.contains("123456789012") && !screen.contains("[解説]"), "{screen}");
    tutor.keys("z");
    assert!(tutor.screen().contains("[解説]"));
}

#[test]
fn the_list_folds_into_one_line_around_the_step_shown() {
    for (width, step, expected) in [
        (60, 0, "[* preflight] - 1-1  - 1-2  - 2-1  - 2-2  - 2-3  .. ---"),
        (60, 5, " .. - 1-2  - 2-1  - 2-2 [- 2-3] - 2-4  - 3-1  - 4-1  .. "),
    ] {
        let mut tutor = Tutor::settled(Language::En, width, 20, &[]);
        tutor.keys("Enter");
        for _ in 0..step {
            tutor.keys("n");
        }
        let screen = tutor.screen();
        let line = screen.lines().nth(3).unwrap();
        assert!(line.starts_with(expected.trim_end()), "{line}");
    }
    let mut wide = Tutor::settled(Language::En, 100, 24, &[]);
    wide.keys("Enter");
    assert!(!wide.screen().contains("[* preflight]"));
}
