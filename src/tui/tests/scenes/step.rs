//! A step: its text, what its checks found, its hints.

use super::*;
use crate::tutor::model::Offer;

pub fn lesson(language: Language, size: Size) -> Tutor {
    after("Enter", &["preflight"], language, size)
}

/// With a table and code.
pub fn lesson_end(language: Language, size: Size) -> Tutor {
    after("Enter G", &["preflight"], language, size)
}

/// The drawing of the architecture.
pub fn drawing(language: Language, size: Size) -> Tutor {
    // Every part is put in its place first: until then the drawing would give that away.
    on("diagram", "e 2 Enter 3 Enter 1 Enter 3 Enter 2 Enter 3 Enter 2 Enter f f", language, size)
}

pub fn full(language: Language, size: Size) -> Tutor {
    after("Enter z", &["preflight"], language, size)
}

pub fn locked(language: Language, size: Size) -> Tutor {
    after("Enter n n", &["preflight"], language, size)
}

/// Every statement of a step is confirmed.
pub fn done(language: Language, size: Size) -> Tutor {
    let tutor = after("Enter Tab 1 2 3 4", &["preflight", "1-1", "1-2", "2-1"], language, size);
    assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::NextStep));
    tutor
}

/// The last step is.
pub fn lab_done(language: Language, size: Size) -> Tutor {
    on("glossary", "y y", language, size)
}

pub fn checking(language: Language, size: Size) -> Tutor {
    after("Enter Enter", &["preflight"], language, size)
}

/// The first step in an account without anything.
pub fn results(language: Language, size: Size) -> Tutor {
    let mut tutor = after("Enter Enter", &[], language, size);
    answer_check(&mut tutor, bare_snapshot(ACCOUNT));
    tutor
}

/// A launch template that doesn't exist: most checks have something to say.
pub fn many_failed(language: Language, size: Size) -> Tutor {
    let mut tutor = on("4-1", "Enter", language, size);
    let (simulated, clock) = world_before("3-1");
    answer_check(&mut tutor, simulated.snapshot(clock));
    tutor
}

/// An image that AWS began to make three minutes ago.
pub fn waiting(language: Language, size: Size) -> Tutor {
    let passed = before("2-4");
    let mut tutor = after("Enter Enter", &passed, language, size);
    let mut simulated = SimulatedAccount::new(&LESSON, at(0));
    for step in &passed {
        simulated.perform_right(step, at(0));
    }
    tutor.clock = 180;
    answer_check(&mut tutor, simulated.snapshot(at(1)));
    tutor
}

/// What the group did after a load, at the foot of a step that is done.
pub fn history(language: Language, size: Size) -> Tutor {
    let mut tutor = on("4-7", "Enter Enter", language, size);
    let (simulated, clock) = world_before("5-1");
    answer_check(&mut tutor, simulated.snapshot(clock));
    tutor.keys("G");
    tutor
}

/// What only the learner can see.
pub fn statements(language: Language, size: Size) -> Tutor {
    after("Enter Tab 2", &["preflight", "1-1", "1-2", "2-1"], language, size)
}

pub fn hints(language: Language, size: Size) -> Tutor {
    after("Enter h h", &["preflight"], language, size)
}
