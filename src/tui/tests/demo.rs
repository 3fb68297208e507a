//! Acting in the simulated account, by keys.

use test_case::test_case;

use super::*;
use crate::account::demo::Action;
use crate::i18n::{Language, Text};
use crate::tutor::model::{DEMO_ACCOUNT, Page};

fn demo() -> Tutor {
    let mut tutor = Tutor::of(Language::En, 80, 24, true, true);
    tutor.send(Message::Started);
    assert_eq!(tutor.identified(1, ACCOUNT), [Effect::ReadProgress { account: DEMO_ACCOUNT.into() }]);
    tutor.send(Message::ProgressRead {
        account: DEMO_ACCOUNT.into(),
        outcome: Ok(Progress::new(DEMO_ACCOUNT, "step4")),
    });
    tutor
}

#[test]
fn the_demo_asks_nothing_about_the_account() {
    assert!(matches!(demo().keys("Enter Enter")[..], [Effect::Read { .. }]));
}

fn offered() -> Vec<Action> {
    let action = |id, right| Action { id, label: Text::verbatim(id), right };
    vec![action("create", true), action("create-elsewhere", false)]
}

#[test_case("1", "create"; "by number")]
#[test_case("2", "create-elsewhere"; "the mistake")]
#[test_case("Enter", "create"; "by enter")]
#[test_case("Down Down Enter", "create-elsewhere"; "the cursor stays in the list")]
fn actions_are_chosen(keys: &str, expected: &'static str) {
    let mut tutor = demo();
    assert_eq!(tutor.keys("Enter d"), [Effect::ListActions { step: "preflight".into() }]);
    tutor.send(Message::Actions(offered()));
    assert_eq!(tutor.model.view.page, Page::Actions);
    assert_eq!(tutor.keys(keys), [Effect::Perform { action: expected }]);
    assert_eq!(tutor.model.view.page, Page::Step);
    let told = format!("Simulated: {expected}. Now check.");
    assert!(tutor.screen().contains(&told), "{}", tutor.screen());
}

#[test]
fn a_number_without_an_action_does_nothing() {
    let mut tutor = demo();
    tutor.keys("Enter d");
    tutor.send(Message::Actions(offered()));
    assert_eq!(tutor.keys("3"), []);
    assert_eq!(tutor.keys("d"), []);
    assert_eq!(tutor.model.view.page, Page::Step);
}

#[test]
fn starting_over_wants_to_be_asked_for_twice() {
    let mut tutor = demo();
    assert_eq!(tutor.keys("Enter r"), []);
    assert_eq!(tutor.keys("n r"), [], "another key in between takes it back");
    assert_eq!(tutor.keys("r"), [Effect::StartOver]);
    tutor.keys("Enter h");
    tutor.send(Message::StartedOver(Ok(())));
    let view = &tutor.model.view;
    assert_eq!((view.page, view.step, view.hints.len()), (Page::Steps, 0, 0));
}
