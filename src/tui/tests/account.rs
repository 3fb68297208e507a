//! Whose account it is, and the progress that is kept for it.

use std::io;
use std::path::PathBuf;

use super::*;
use crate::i18n::{Language, Text};
use crate::progress::{StepState, StoreError};
use crate::tutor::message::Leaving;
use crate::tutor::model::{Caller, Page, Saving, Tab};

#[test]
fn the_identity_is_asked_for_first_and_progress_is_loaded_for_it() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    assert_eq!(tutor.send(Message::Started), [Effect::Identify { number: 1 }]);
    assert_eq!(tutor.identified(1, ACCOUNT), [Effect::ReadProgress { account: ACCOUNT.into() }]);
    assert!(tutor.screen().contains("Account 123456789012 | us-east-1 | user/taro"));
}

#[test]
fn a_late_identity_is_dropped() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    assert_eq!(tutor.identified(7, ACCOUNT), []);
    assert_eq!(tutor.model.account.caller, Caller::Asking(1));
}

#[test]
fn the_account_is_confirmed_once_before_the_first_check() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
    assert_eq!(tutor.keys("Enter Enter"), []);
    assert_eq!(tutor.model.view.page, Page::Account);
    let effects = tutor.keys("y");
    assert!(
        matches!(&effects[..], [Effect::SaveProgress(saved), Effect::Read { .. }] if saved.account_confirmed.is_some())
    );
    let number = tutor.running();
    tutor.read(number, bare_snapshot(ACCOUNT));
    assert!(matches!(tutor.keys("c")[..], [Effect::Read { .. }]));
}

#[test]
fn an_account_that_is_refused_is_not_read() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
    assert_eq!(tutor.keys("Enter Enter n"), []);
    assert_eq!(tutor.model.checks.running, None);
    assert_eq!(tutor.model.view.page, Page::Step);
    assert_eq!(tutor.keys("Enter"), []);
    assert_eq!(tutor.model.view.page, Page::Account);
}

#[test]
fn an_account_confirmed_in_an_earlier_session_is_not_asked_about() {
    assert!(matches!(settled(&[]).keys("Enter Enter")[..], [Effect::Read { .. }]));
}

#[test]
fn a_check_wanted_before_the_identity_is_known_follows_it() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    assert_eq!(tutor.keys("Enter Enter"), []);
    tutor.identified(1, ACCOUNT);
    let mut progress = Progress::new(ACCOUNT, "step4");
    progress.account_confirmed = Some(at(-1));
    let effects = tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(progress) });
    assert!(matches!(effects[..], [Effect::Read { .. }]), "{effects:?}");
}

#[test]
fn results_of_another_account_are_not_applied() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    let effects = tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    assert_eq!(effects, [Effect::ReadProgress { account: OTHER_ACCOUNT.into() }]);
    assert!(!tutor.model.checks.done);
    let mut progress = Progress::new(OTHER_ACCOUNT, "step4");
    progress.account_confirmed = Some(at(-1));
    tutor.send(Message::ProgressRead { account: OTHER_ACCOUNT.into(), outcome: Ok(progress) });
    assert_eq!(tutor.model.view.page, Page::Account, "asked again, though confirmed in another session");
    let effects = tutor.keys("y");
    assert!(matches!(&effects[..], [Effect::SaveProgress(saved)] if saved.account == OTHER_ACCOUNT), "{effects:?}");
}

#[test]
fn expired_credentials_break_nothing_and_can_be_tried_again() {
    let mut tutor = settled(&["preflight"]);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    assert_eq!(tutor.read(number, Snapshot::failed(at(0), None, &expired())), []);
    assert!(matches!(tutor.model.account.caller, Caller::Unseen { .. }));
    assert_eq!(tutor.model.state(0), StepState::Done, "what was reached stays");
    assert_eq!(tutor.model.view.tab, Tab::Results);
    let effects = tutor.keys("Enter");
    let [Effect::Identify { number }] = effects[..] else { panic!("{effects:?}") };
    assert!(matches!(tutor.identified(number, ACCOUNT)[..], [Effect::Read { .. }]), "the check follows at once");
}

#[test]
fn without_a_home_nothing_is_saved_and_the_screen_says_so() {
    let mut tutor = Tutor::of(Language::En, 80, 24, false, false);
    tutor.send(Message::Started);
    assert_eq!(tutor.identified(1, ACCOUNT), []);
    assert!(tutor.model.account.progress.is_some());
    assert!(tutor.screen().contains("progress is not saved"), "{}", tutor.screen());
    let effects = tutor.keys("Enter Enter y");
    assert!(matches!(effects[..], [Effect::Read { .. }]), "{effects:?}");
}

fn disk_full() -> StoreError {
    StoreError::Io { file: PathBuf::from("state/x.json"), error: io::Error::other("no space left") }
}

#[test]
fn a_full_disk_is_told_and_the_tutor_works_on() {
    let mut tutor = settled(BEFORE_CLEANING);
    tutor.keys("Enter 1");
    tutor.send(Message::ProgressSaved(Err(disk_full())));
    let screen = tutor.screen();
    assert!(screen.contains("no space left") && screen.contains("progress is not saved"), "{screen}");
    let effects = tutor.keys("2");
    assert!(matches!(effects[..], [Effect::SaveProgress(_)]), "it is tried again: {effects:?}");
    tutor.send(Message::ProgressSaved(Ok(tutor.model.account.progress.clone().unwrap())));
    assert_eq!(tutor.model.account.saving, Saving::Kept);
}

#[test]
fn an_unreadable_progress_file_ends_the_tutor_before_it_can_be_harmed() {
    let mut tutor = Tutor::new(Language::En, 80, 24);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    let error = StoreError::Unreadable { file: "f.json".into(), position: Some((3, 1)), problem: Text::verbatim("x") };
    let text = error.text();
    let effects = tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Err(error) });
    assert_eq!(effects, [Effect::Leave(Leaving::Unreadable(text))]);
}

#[test]
fn what_another_tutor_saved_is_taken_over() {
    let mut tutor = settled(BEFORE_CLEANING);
    let mut other = tutor.model.account.progress.clone().unwrap();
    other.passed.insert("2-2".into(), at(0));
    tutor.send(Message::ProgressSaved(Ok(other)));
    assert_eq!(tutor.model.state(4), StepState::Done);
}

#[test]
fn progress_of_another_account_is_dropped() {
    let mut tutor = settled(&["preflight"]);
    let outcome = Ok(Progress::new(OTHER_ACCOUNT, "step4"));
    tutor.send(Message::ProgressRead { account: OTHER_ACCOUNT.into(), outcome });
    assert_eq!(tutor.model.account.progress.as_ref().unwrap().account, ACCOUNT);
}
