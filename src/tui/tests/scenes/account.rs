//! Whose account it is.

use super::*;

/// Before AWS has said anything.
pub fn first(language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::new(language, size.width, size.height);
    tutor.send(Message::Started);
    tutor
}

pub fn welcome(language: Language, size: Size) -> Tutor {
    welcomed(language, size, false)
}

pub fn welcome_to_the_demo(language: Language, size: Size) -> Tutor {
    welcomed(language, size, true)
}

fn welcomed(language: Language, size: Size, demo: bool) -> Tutor {
    let mut tutor = Tutor::of(language, size.width, size.height, demo, true);
    tutor.model.view.page = Page::Welcome;
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor
}

/// Nowhere to keep progress.
pub fn no_home(language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::of(language, size.width, size.height, false, false);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor
}

/// The question whether it is the right one.
pub fn account(language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::new(language, size.width, size.height);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
    tutor.keys("Enter Enter");
    tutor
}

pub fn account_changed(language: Language, size: Size) -> Tutor {
    let mut tutor = after("Enter Enter", &["preflight"], language, size);
    let number = tutor.running();
    tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    let outcome = Ok(Progress::new(OTHER_ACCOUNT, "step4"));
    tutor.send(Message::ProgressRead { account: OTHER_ACCOUNT.into(), outcome });
    tutor
}

/// The credentials are over.
pub fn expired(language: Language, size: Size) -> Tutor {
    let mut tutor = after("Enter Enter", &["preflight"], language, size);
    let number = tutor.running();
    tutor.read(number, Snapshot::failed(at(0), None, &super::super::expired()));
    tutor
}
