//! No window is too small to be drawn into.

use super::*;
use crate::i18n::Language;
use test_case::test_case;

#[test_case(0, 0)]
#[test_case(1, 1)]
#[test_case(10, 3)]
#[test_case(59, 40)]
#[test_case(200, 19)]
#[test_case(60, 20)]
fn every_page_is_drawn_in_any_window(width: u16, height: u16) {
    for language in Language::ALL {
        for keys in ["Esc", "Enter", "Enter Tab", "Enter h", "s", "?", "G", "PgDn", "l"] {
            let mut tutor = Tutor::settled(language, width, height, &["preflight"]);
            tutor.keys(keys);
            tutor.screen();
        }
    }
}

#[test]
fn a_small_window_says_how_large_it_must_be() {
    for language in Language::ALL {
        let tutor = Tutor::new(language, 40, 10);
        let screen = tutor.screen();
        assert!(screen.contains("40x10") && screen.contains("60x20"), "{screen}");
    }
}

#[test]
fn growing_again_brings_the_page_back() {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    tutor.keys("Enter PgDn");
    let before = tutor.screen();
    tutor.resize(Size { width: 10, height: 3 });
    tutor.screen();
    tutor.resize(Size { width: 80, height: 24 });
    let after = tutor.screen();
    assert_eq!(before.lines().nth(1), after.lines().nth(1));
    assert!(tutor.model.view.top() > 0);
}
