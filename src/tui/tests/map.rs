//! The map page: what it shows before and after a check, and how it is left.

use super::*;
use crate::i18n::Language;
use crate::tutor::model::Page;

/// The account of a finished lab, whoever's it is.
fn finished(account: &str) -> Snapshot {
    let mut snapshot: Snapshot =
        serde_json::from_str(include_str!("../../../crates/core/tests/scenarios/base/finished.json")).unwrap();
    snapshot.identity = Area::Seen(identity(account));
    snapshot
}

fn checked() -> Tutor {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &[]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    tutor.read(number, finished(ACCOUNT));
    tutor
}

#[test]
fn before_a_check_the_page_says_that_nothing_was_read() {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &[]);
    tutor.keys("Enter m");
    assert_eq!(tutor.model.view.page, Page::Map);
    assert!(tutor.screen().contains("Nothing has been read"), "{}", tutor.screen());
}

#[test]
fn the_map_follows_each_check_and_scrolls() {
    let mut tutor = checked();
    tutor.keys("m");
    assert!(tutor.screen().contains("o Load balancer ec-site-alb"), "{}", tutor.screen());
    assert!(tutor.screen().contains("1-18 / "), "the window shows a part: {}", tutor.screen());
    assert!(matches!(tutor.keys("Enter")[..], [Effect::Read { .. }]), "a check may be made from here");
    let mut broken = finished(ACCOUNT);
    broken.load_balancers = Area::Seen(Vec::new());
    let number = tutor.running();
    tutor.read(number, broken);
    assert_eq!(tutor.model.view.page, Page::Map);
    assert!(tutor.screen().contains("- Load balancer ec-site-alb"), "{}", tutor.screen());
    tutor.keys("G");
    assert!(tutor.screen().contains("? not visible"), "the legend stands at the end: {}", tutor.screen());
}

#[test]
fn escape_and_the_same_key_lead_back_to_the_step() {
    for back in ["Esc", "m"] {
        let mut tutor = checked();
        tutor.keys("m");
        tutor.keys(back);
        assert_eq!(tutor.model.view.page, Page::Step, "{back}");
    }
}

#[test]
fn another_account_takes_the_map_of_the_first_away() {
    let mut tutor = checked();
    tutor.keys("m c");
    let number = tutor.running();
    tutor.read(number, finished(OTHER_ACCOUNT));
    assert!(tutor.model.checks.snapshot.is_none());
}

#[test]
fn the_map_speaks_the_language_chosen_and_fits_every_window() {
    for (width, height) in [(60, 20), (80, 24), (200, 60)] {
        let mut tutor = checked();
        tutor.resize(Size { width, height });
        tutor.keys("m l");
        assert!(tutor.screen().contains("o ロードバランサー ec-site-alb"), "{}", tutor.screen());
    }
}
