//! The screens that a learner meets, each made by the keys and answers that lead to it.

mod account;
mod beside;
mod drill;
mod exercise;
mod step;

use super::*;
use crate::account::demo::SimulatedAccount;
use crate::i18n::Language;

pub use account::{account, account_changed, expired, first, no_home, welcome, welcome_to_the_demo};
pub use beside::{
    actions, asleep, code, found, help, help_end, live, live_asks, live_ended, live_leaving, map, map_end,
    nothing_found, steps, steps_wide_open,
};
pub use drill::{drill, drill_look, drill_question, drill_told, guess};
pub use exercise::{answer, choice, choice_right, note, secret, writing};
pub use step::{
    checking, done, drawing, full, hints, history, lab_done, lesson, lesson_end, locked, many_failed, results,
    statements, waiting,
};

/// Leads a tutor in this language and window to a screen.
pub type Scene = fn(Language, Size) -> Tutor;

/// The window of a small pane.
pub const SMALL: Size = Size { width: 80, height: 24 };

/// A learner who has passed these steps, after these keys.
fn after(keys: &str, passed: &[&str], language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::settled(language, size.width, size.height, passed);
    tutor.keys(keys);
    tutor
}

/// The ids of the steps before `id`.
fn before(id: &str) -> Vec<&'static str> {
    LESSON.steps.iter().map(|step| step.id.as_str()).take_while(|step| *step != id).collect()
}

/// The learner on the step `id`, with everything before it passed, after these keys.
fn on(id: &str, keys: &str, language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::settled(language, size.width, size.height, &before(id));
    tutor.keys("Enter");
    if !keys.is_empty() {
        tutor.keys(keys);
    }
    tutor
}

/// What the learner writes, in their own language.
fn own_words(language: Language, japanese: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Ja => japanese,
        Language::En => english,
    }
}

/// Answers the check that runs with this account.
fn answer_check(tutor: &mut Tutor, mut snapshot: Snapshot) {
    snapshot.identity = Area::Seen(identity(ACCOUNT));
    let number = tutor.running();
    tutor.read(number, snapshot);
}

/// The simulated account with every step before `id` done, at an instant when nothing waits any more.
fn world_before(id: &str) -> (SimulatedAccount, Timestamp) {
    let (mut simulated, mut clock) = (SimulatedAccount::new(&LESSON, at(-36_000)), at(-36_000));
    for step in before(id) {
        simulated.perform_right(step, clock);
        clock = simulated.settled_at(clock);
    }
    (simulated, clock)
}
