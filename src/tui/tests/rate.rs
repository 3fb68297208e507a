//! What the lab costs, in the tutor's status line and on leaving.

use super::*;
use crate::account::demo::SimulatedAccount;

/// The simulated lab, finished, as a learner's own account.
fn finished() -> Snapshot {
    let mut snapshot = SimulatedAccount::finished(&LESSON, at(0)).snapshot(at(0));
    snapshot.identity = Area::Seen(identity(ACCOUNT));
    snapshot
}

fn checked(language: Language, width: u16, snapshot: Snapshot) -> Tutor {
    let mut tutor = Tutor::settled(language, width, 24, &[]);
    tutor.keys("Enter c");
    let number = tutor.running();
    tutor.read(number, snapshot);
    tutor
}

fn status_line(tutor: &Tutor) -> String {
    let screen = tutor.screen();
    screen.lines().find(|line| line.contains("| us-east-1")).expect("a status line").to_owned()
}

#[test]
fn before_the_first_check_nothing_is_said_of_costs() {
    let tutor = Tutor::settled(Language::En, 80, 24, &[]);
    assert!(!tutor.screen().contains('$'), "{}", tutor.screen());
    assert_eq!(tutor.model.reminder(), None);
}

#[test]
fn the_status_line_shows_what_an_hour_costs_in_both_languages() {
    let line = status_line(&checked(Language::En, 80, finished()));
    assert!(line.ends_with("about $0.11/h"), "{line}");
    let line = status_line(&checked(Language::Ja, 80, finished()));
    assert!(line.ends_with("約 $0.11/時"), "{line}");
    let line = status_line(&checked(Language::En, 60, finished()));
    assert!(line.ends_with("about $0.11/h"), "{line}");
}

#[test]
fn leaving_while_something_costs_is_answered_with_a_reminder() {
    let tutor = checked(Language::En, 80, finished());
    let reminder = tutor.model.say(&tutor.model.reminder().expect("a reminder"));
    assert!(reminder.contains("about $0.11/h") && reminder.contains("ec-site-tutor cleanup"), "{reminder}");
    assert_eq!(checked(Language::En, 80, bare_snapshot(ACCOUNT)).model.reminder(), None);
}

#[test]
fn in_the_demo_nothing_really_costs_and_that_is_said() {
    let mut tutor = Tutor::of(Language::En, 80, 24, true, true);
    tutor.model.checks.rate = Some(crate::msg!(cost_short, amount = "$0.11"));
    let reminder = tutor.model.say(&tutor.model.reminder().expect("a reminder"));
    assert!(reminder.starts_with("On a real account"), "{reminder}");
}

#[test]
fn the_costs_of_one_account_are_never_shown_for_another() {
    let mut tutor = checked(Language::En, 80, finished());
    tutor.keys("c");
    let number = tutor.running();
    tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    assert_eq!(tutor.model.checks.rate, None);
}
