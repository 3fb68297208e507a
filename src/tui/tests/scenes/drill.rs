//! Find the fault, from the complaint to what it was; and a guess before a look.

use super::*;
use crate::tutor::model::DEMO_ACCOUNT;

/// A learner in the demo before the drill of one seed, after these keys.
fn drilling(keys: &str, language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::of(language, size.width, size.height, true, true);
    tutor.model.drills.wanted = Some(3);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    let outcome = Ok(Progress::new(DEMO_ACCOUNT, "step4"));
    tutor.send(Message::ProgressRead { account: DEMO_ACCOUNT.into(), outcome });
    tutor.keys(&format!("D {keys}"));
    tutor
}

pub fn drill(language: Language, size: Size) -> Tutor {
    drilling("2 Esc", language, size)
}

pub fn drill_look(language: Language, size: Size) -> Tutor {
    drilling("1 PgDn", language, size)
}

/// With an answer that was wrong.
pub fn drill_question(language: Language, size: Size) -> Tutor {
    drilling("a 2", language, size)
}

/// Found at once, mended at once.
pub fn drill_told(language: Language, size: Size) -> Tutor {
    drilling("2 a 5 3", language, size)
}

/// Asked before the first look, and answered.
pub fn guess(language: Language, size: Size) -> Tutor {
    on("1-2", "Enter 1", language, size)
}
