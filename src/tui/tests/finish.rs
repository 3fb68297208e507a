//! The end of the lab: what it came to, the page to hand in, and that cleaning up breaks nothing.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::account::demo::SimulatedAccount;
use crate::progress::StepState;
use crate::tutor::model::{Page, Tab};

/// The number of the simulated account.
const SIMULATED: &str = "000000000000";

/// Of a learner who has done every step.
fn finished() -> Tutor {
    let ids: Vec<&str> = LESSON.steps.iter().map(|step| step.id.as_str()).collect();
    settled(&ids)
}

/// The finished lab, after what cleans it up was done.
fn account(cleaning: &[&str]) -> Snapshot {
    let mut simulated = SimulatedAccount::finished(&LESSON, at(0));
    for action in cleaning {
        simulated.perform(action, at(0));
    }
    let own = |text: &str| text.replace(SIMULATED, ACCOUNT);
    let text = own(&serde_json::to_string(&simulated.snapshot(at(0))).unwrap());
    let mut snapshot: Snapshot = serde_json::from_str(&text).unwrap();
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        let script = STANDARD.decode(template.user_data.as_deref().unwrap()).unwrap();
        template.user_data = Some(STANDARD.encode(own(str::from_utf8(&script).unwrap())));
    }
    Snapshot { identity: Area::Seen(identity(ACCOUNT)), ..snapshot }
}

fn look(tutor: &mut Tutor, snapshot: Snapshot) {
    assert!(matches!(tutor.keys("c")[..], [Effect::Read { with_leftovers: true, .. }]));
    let number = tutor.running();
    tutor.read(number, snapshot);
}

#[test]
fn nothing_turns_red_once_all_is_gone_and_it_does_while_some_of_it_is_left() {
    let cleaning = [
        "clean-policy",
        "clean-group",
        "clean-template",
        "clean-alb",
        "clean-target-group",
        "clean-rule",
        "clean-alb-sg",
        "clean-image",
        "clean-snapshots",
    ];
    let mut tutor = finished();
    tutor.keys("Enter");
    look(&mut tutor, account(&cleaning[..3]));
    assert!(tutor.model.states().contains(&StepState::Broken), "half of it is gone, and nobody knows why");
    look(&mut tutor, account(&cleaning));
    let states = tutor.model.states();
    assert!(!states.contains(&StepState::Broken) && states.contains(&StepState::Cleaned), "{states:?}");
    let mended = tutor.model.lesson.steps.iter().position(|step| step.id == "4-1").unwrap();
    tutor.model.view.step = mended;
    tutor.model.view.tab = Tab::Results;
    tutor.keys("l l");
    assert!(tutor.screen().contains("is cleaned up by now"), "{}", tutor.screen());
    look(&mut tutor, account(&[]));
    assert!(!tutor.model.states().contains(&StepState::Cleaned), "it is there again");
}

#[test]
fn whoever_comes_back_is_told_where_they_were_and_what_it_has_cost_since() {
    let mut tutor = settled(&["preflight"]);
    assert!(tutor.screen().contains("Welcome back."), "{}", tutor.screen());
    tutor.keys("c");
    let number = tutor.running();
    tutor.read(number, account(&[]));
    tutor.keys("s");
    assert!(tutor.screen().contains("Since then it has cost"), "{}", tutor.screen());
}

#[test]
fn one_key_writes_the_page_to_hand_in_of_what_was_seen() {
    let mut tutor = finished();
    assert_eq!(tutor.keys("Enter E"), []);
    assert!(tutor.screen().contains("Check first."), "{}", tutor.screen());
    look(&mut tutor, account(&[]));
    let effects = tutor.keys("E");
    let [Effect::HandIn(made_of)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(made_of.record.account, ACCOUNT);
    tutor.send(Message::HandedIn(Ok("/home/learner/page.html".into())));
    assert!(tutor.screen().contains("/home/learner/page.html"), "{}", tutor.screen());
}

#[test]
fn the_last_step_leads_to_what_the_lab_came_to() {
    let mut tutor = finished();
    tutor.keys("Enter");
    look(&mut tutor, account(&[]));
    tutor.model.view.step = LESSON.steps.len() - 1;
    tutor.keys("n");
    assert_eq!(tutor.model.view.page, Page::Finish);
    let screen = tutor.screen();
    for said in ["of 20 done", "nothing went wrong", "E writes the page", "ec-site-alb", "cleanup"] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    tutor.keys("Esc");
    assert_eq!(tutor.model.view.page, Page::Step);
}
