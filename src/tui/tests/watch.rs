//! The tutor looks by itself: when, how often, and that nothing moves for it.

use test_case::test_case;

use super::*;
use crate::account::demo::SimulatedAccount;
use crate::i18n::Language;
use crate::progress::StepState;
use crate::tutor::model::{Occasion, Offer, Page, Tab};

const MINUTE: i64 = 60;

/// Waits until it is time, and looks.
fn look(tutor: &mut Tutor) -> u64 {
    let at = tutor.model.due().expect("something is due");
    tutor.clock = tutor.clock.max((at.as_second() - at_zero()).saturating_sub(1));
    let effects = tutor.send(Message::Due);
    let [Effect::Read { number, .. }] = effects[..] else { panic!("{effects:?}") };
    number
}

fn at_zero() -> i64 {
    at(0).as_second()
}

/// Seconds from now until something is due.
fn pause(tutor: &Tutor) -> i64 {
    tutor.model.due().expect("something is due").as_second() - at_zero() - tutor.clock
}

fn look_and_see(tutor: &mut Tutor, snapshot: Snapshot) -> Vec<Effect> {
    let number = look(tutor);
    tutor.read(number, snapshot)
}

/// The demo's account after these steps were done rightly, with the number of the tests' account.
fn account(steps: &[&str]) -> Snapshot {
    let mut simulated = SimulatedAccount::new(&LESSON, at(0));
    for step in steps {
        simulated.perform_right(step, at(0));
    }
    Snapshot { identity: Area::Seen(identity(ACCOUNT)), ..simulated.snapshot(at(0)) }
}

/// As `account`, with step 1-1 done in a wrong way.
fn with_a_mistake() -> Snapshot {
    let mut simulated = SimulatedAccount::new(&LESSON, at(0));
    let wrong = simulated.actions("1-1", at(0)).into_iter().find(|action| !action.right).unwrap();
    simulated.perform(wrong.id, at(0));
    Snapshot { identity: Area::Seen(identity(ACCOUNT)), ..simulated.snapshot(at(0)) }
}

#[test]
fn an_open_step_is_looked_at_by_itself_once_it_is_shown() {
    let mut tutor = settled(&["preflight"]);
    assert_eq!(tutor.model.due(), None, "not in the list of steps");
    tutor.keys("Enter");
    assert_eq!(pause(&tutor), 5);
    look(&mut tutor);
    assert_eq!(tutor.model.checks.running.map(|running| running.occasion), Some(Occasion::Due));
}

#[test_case("Enter p"; "a step that is done")]
#[test_case("Enter n"; "a locked step")]
#[test_case("Enter s"; "the list")]
#[test_case("Enter ?"; "the help")]
fn nothing_is_looked_for(keys: &str) {
    let mut tutor = settled(&["preflight"]);
    tutor.keys(keys);
    assert_eq!(tutor.model.due(), None);
    assert_eq!(tutor.send(Message::Due), []);
}

#[test]
fn what_only_the_learner_can_tell_is_not_looked_for() {
    let mut tutor = settled(&["preflight", "1-1", "1-2", "2-1"]);
    tutor.keys("Enter");
    assert_eq!(tutor.model.step().unwrap().id, "2-2");
    assert_eq!(tutor.model.due(), None);
}

#[test]
fn an_account_that_nobody_confirmed_is_never_looked_at() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
    tutor.keys("Enter");
    assert_eq!(tutor.model.due(), None);
    tutor.keys("Enter n");
    assert_eq!(tutor.model.due(), None);
}

#[test]
fn there_is_never_a_second_look_while_one_runs() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    let number = look(&mut tutor);
    assert_eq!(tutor.model.due(), None);
    assert_eq!(tutor.send(Message::Due), []);
    assert_eq!(tutor.keys("Enter"), [], "the look that runs becomes the one asked for");
    assert_eq!(tutor.model.checks.awaited().map(|running| running.number), Some(number));
    assert_eq!(tutor.model.view.tab, Tab::Results);
    tutor.read(number, account(&[]));
    assert!(tutor.screen().contains("isn't done yet"), "{}", tutor.screen());
}

#[test]
fn looks_come_less_often_while_nothing_changes_and_often_after_a_change() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    let mut pauses = Vec::new();
    for _ in 0..5 {
        look_and_see(&mut tutor, account(&[]));
        pauses.push(pause(&tutor));
        tutor.keys("Down");
    }
    assert!(pauses.is_sorted() && pauses[0] < pauses[4], "{pauses:?}");
    look_and_see(&mut tutor, bare_snapshot(ACCOUNT));
    assert_eq!(pause(&tutor), 15);
}

#[test]
fn without_keys_it_stops_says_so_and_a_key_goes_on() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    tutor.clock += 20 * MINUTE;
    assert_eq!(tutor.send(Message::Due), []);
    assert_eq!(tutor.model.due(), None, "nothing is due any more, not even a tick");
    assert!(tutor.screen().contains("Press any key"), "{}", tutor.screen());
    tutor.keys("Down");
    assert!(!tutor.screen().contains("Press any key"), "{}", tutor.screen());
    assert!(matches!(tutor.send(Message::Due)[..], [Effect::Read { .. }]));
}

#[test]
fn what_stands_on_the_screen_stays_where_it_is() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter PgDn Down");
    let before = (tutor.model.view.pane(), tutor.model.view.top(), tutor.window.shown.content.clone());
    look(&mut tutor);
    assert!(tutor.model.checks.awaited().is_none());
    let number = tutor.running();
    tutor.read(number, account(&[]));
    look_and_see(&mut tutor, bare_snapshot(ACCOUNT));
    assert_eq!((tutor.model.view.pane(), tutor.model.view.top(), tutor.window.shown.content.clone()), before);
}

#[test]
fn lists_and_other_pages_keep_their_cursor_when_the_answer_comes() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    let number = look(&mut tutor);
    tutor.keys("s Down Down");
    tutor.read(number, account(&[]));
    assert_eq!((tutor.model.view.page, tutor.model.view.cursor), (Page::Steps, 3));
}

#[test]
fn success_is_noticed_and_the_change_is_marked_until_it_was_seen() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter Tab");
    look_and_see(&mut tutor, account(&[]));
    assert!(!tutor.screen().contains("  new"));
    let effects = look_and_see(&mut tutor, account(&["1-1"]));
    assert!(matches!(&effects[..], [Effect::SaveProgress(saved)] if saved.passed.contains_key("1-1")), "{effects:?}");
    let screen = tutor.screen();
    assert!(screen.contains("Step 1-1 is done. Once you have read it, n goes on."), "{screen}");
    assert!(screen.contains("  new"), "{screen}");
    tutor.keys("Down");
    assert!(tutor.screen().contains("  new"), "reading on isn't leaving");
    tutor.keys("Tab BackTab");
    assert!(!tutor.screen().contains("  new"), "{}", tutor.screen());
}

/// The image was deregistered and is made again: the step had passed, and nobody is told that it has until it does.
#[test]
fn a_step_that_had_passed_and_waits_now_is_watched_and_done_only_once_it_is() {
    let passed = ["preflight", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4"];
    let with_image = |state: &str| {
        let mut snapshot = account(&passed);
        let Area::Seen(images) = &mut snapshot.images else { panic!() };
        assert!(!images.is_empty());
        for image in images {
            (image.state, image.created_at) = (state.into(), Some(at(0)));
        }
        snapshot
    };
    let mut tutor = settled(&passed);
    tutor.keys("Enter p");
    assert_eq!(tutor.model.step().unwrap().id, "2-4");
    assert_eq!(tutor.model.due(), None, "it is done, as far as anybody knows");
    tutor.keys("c");
    let number = tutor.running();
    tutor.read(number, with_image("pending"));
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Open);
    assert!(!tutor.screen().contains("Step 2-4 is done. "), "{}", tutor.screen());
    look_and_see(&mut tutor, with_image("pending"));
    assert!(!tutor.screen().contains("Step 2-4 is done. "), "{}", tutor.screen());
    look_and_see(&mut tutor, with_image("available"));
    assert_eq!(tutor.model.state(tutor.model.view.step), StepState::Done);
    assert!(tutor.screen().contains("Step 2-4 is done. "), "{}", tutor.screen());
    assert_eq!(tutor.model.due(), None);
}

#[test]
fn a_change_behind_the_lesson_text_waits_there_to_be_seen() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    look_and_see(&mut tutor, with_a_mistake());
    assert!(tutor.screen().contains("See Results"), "{}", tutor.screen());
    assert_eq!(tutor.model.view.tab, Tab::Lesson);
    tutor.keys("Down Tab");
    assert!(tutor.screen().contains("  new"), "{}", tutor.screen());
}

#[test]
fn a_step_that_passes_by_itself_leaves_enter_as_it_was() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    look_and_see(&mut tutor, account(&["1-1"]));
    assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::Nothing));
    assert!(matches!(tutor.keys("Enter")[..], [Effect::Read { .. }]), "Enter checks, as before");
    assert_eq!(tutor.model.step().unwrap().id, "1-1");
    let number = tutor.running();
    tutor.read(number, account(&["1-1"]));
    tutor.keys("Enter");
    assert_eq!(tutor.model.step().unwrap().id, "1-2", "what was asked for and answered goes on");
}

#[test]
fn a_step_that_passed_along_with_another_still_shows_what_there_is_to_see() {
    let mut tutor = settled(&["preflight", "1-1"]);
    // The first asks for a guess, the second looks.
    tutor.keys("Enter c c");
    let number = tutor.running();
    tutor.read(number, account(&["1-1", "1-2"]));
    tutor.keys("Enter");
    assert_eq!((tutor.model.step().unwrap().id.as_str(), tutor.model.view.tab), ("2-1", Tab::Lesson));
    assert!(tutor.screen().contains("Step 2-1 is done already"), "{}", tutor.screen());
    tutor.keys("n");
    assert!(!tutor.screen().contains("is done already"), "{}", tutor.screen());
}

#[test]
fn a_word_typed_as_the_question_about_another_account_appears_does_not_answer_it() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    let number = look(&mut tutor);
    tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    let outcome = Ok(Progress::new(OTHER_ACCOUNT, "step4"));
    tutor.send(Message::ProgressRead { account: OTHER_ACCOUNT.into(), outcome });
    assert_eq!(tutor.model.view.page, Page::Account);
    let at_once = tutor.model.now;
    assert_eq!(tutor.window.take(&mut tutor.model, Message::Key(key("y")), at_once), []);
    assert_eq!(tutor.model.account.confirmed, None);
    assert!(!tutor.keys("y").is_empty());
}

fn failure(kind: FailureKind) -> Snapshot {
    let failure = Failure::new("sts:GetCallerIdentity", kind, "x");
    Snapshot::failed(at(0), None, &failure)
}

#[test_case(FailureKind::Throttled; "throttled")]
#[test_case(FailureKind::Unreachable; "unreachable")]
fn trouble_slows_it_down_and_takes_nothing_away(kind: FailureKind) {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    let known = tutor.model.checks.report.clone();
    for expected in [60, 120, 300, 300] {
        look_and_see(&mut tutor, failure(kind));
        assert_eq!(pause(&tutor), expected);
        tutor.keys("Down");
    }
    assert_eq!(tutor.model.checks.report, known);
    assert!(tutor.screen().contains("will try again"), "{}", tutor.screen());
}

#[test]
fn expired_credentials_stop_it_without_moving_the_screen() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, Snapshot::failed(at(0), None, &expired()));
    assert_eq!(tutor.model.due(), None);
    assert_eq!(tutor.model.view.tab, Tab::Lesson);
    assert!(matches!(tutor.keys("Enter")[..], [Effect::Identify { .. }]));
}

#[test]
fn the_demo_looks_more_often_and_leaves_the_first_look_to_the_learner() {
    let mut tutor = Tutor::of(Language::En, 80, 24, true, true);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead { account: "demo".into(), outcome: Ok(Progress::new("demo", "step4")) });
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    tutor.keys("n d");
    let simulated = SimulatedAccount::new(&LESSON, at(0));
    tutor.send(Message::Actions(simulated.actions("1-1", at(0))));
    tutor.keys("1");
    assert_eq!(pause(&tutor), 2);
}

#[test]
fn another_role_that_looks_is_told_without_moving_anything() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    let admin = Identity { account: ACCOUNT.into(), arn: format!("arn:aws:sts::{ACCOUNT}:assumed-role/Admin/monday") };
    look_and_see(&mut tutor, Snapshot { identity: Area::Seen(admin), ..account(&[]) });
    assert_eq!(tutor.model.view.tab, Tab::Lesson);
    assert!(tutor.screen().contains("now reads as assumed-role/Admin"), "{}", tutor.screen());
    tutor.keys("Tab");
    assert!(tutor.screen().contains("no longer"), "{}", tutor.screen());
}

#[test]
fn a_clock_that_goes_back_keeps_nobody_waiting() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter");
    look_and_see(&mut tutor, account(&[]));
    tutor.clock -= 9 * 60 * MINUTE;
    assert_eq!(tutor.send(Message::Due), []);
    assert!(pause(&tutor) <= 15, "{}", pause(&tutor));
}
