//! What stands beside the steps: their list, help, search, the simulated account, the load, the map.

use super::super::load;
use super::*;
use crate::load::{Ending, LoadEvent};
use crate::tutor::model::DEMO_ACCOUNT;

pub fn steps(language: Language, size: Size) -> Tutor {
    after("s s", &["preflight", "1-1"], language, size)
}

/// The list at its end, with most of the lab done.
pub fn steps_wide_open(language: Language, size: Size) -> Tutor {
    let mut tutor = on("5-1", "s", language, size);
    tutor.keys("G");
    tutor
}

pub fn help(language: Language, size: Size) -> Tutor {
    after("?", &["preflight"], language, size)
}

pub fn help_end(language: Language, size: Size) -> Tutor {
    after("? G", &["preflight"], language, size)
}

/// What can be done in the simulated account.
pub fn actions(language: Language, size: Size) -> Tutor {
    let mut tutor = Tutor::of(language, size.width, size.height, true, true);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    let outcome = Ok(Progress::new(DEMO_ACCOUNT, "step4"));
    tutor.send(Message::ProgressRead { account: DEMO_ACCOUNT.into(), outcome });
    tutor.keys("Enter n d");
    tutor.send(Message::Actions(SimulatedAccount::new(&LESSON, at(0)).actions("1-1", at(0))));
    tutor
}

pub fn found(language: Language, size: Size) -> Tutor {
    let mut tutor = on("2-2", "/", language, size);
    tutor.types("ALB");
    tutor.keys("Enter Down");
    tutor
}

pub fn nothing_found(language: Language, size: Size) -> Tutor {
    let mut tutor = on("2-2", "/", language, size);
    tutor.types(own_words(language, "冷蔵庫", "refrigerator"));
    tutor.keys("Enter");
    tutor
}

/// Code, bare.
pub fn code(language: Language, size: Size) -> Tutor {
    after("Enter v", &["preflight"], language, size)
}

/// The question before a load.
pub fn live_asks(language: Language, size: Size) -> Tutor {
    let mut tutor = load::checked(language);
    tutor.resize(size);
    tutor.keys("L");
    tutor
}

/// A load that has run for a minute and a half.
pub fn live(language: Language, size: Size) -> Tutor {
    let (mut tutor, number) = load::running(language);
    tutor.resize(size);
    tutor.send(Message::LoadTold { number, event: LoadEvent::Figures(load::figures(97)) });
    tutor
}

/// A load that has finished.
pub fn live_ended(language: Language, size: Size) -> Tutor {
    let (mut tutor, number) = load::running(language);
    tutor.clock += 479;
    tutor.send(Message::LoadTold { number, event: LoadEvent::Ended(Ending::Finished, load::figures(480)) });
    tutor.resize(size);
    tutor
}

/// The learner wants to leave while one runs.
pub fn live_leaving(language: Language, size: Size) -> Tutor {
    let mut tutor = live(language, size);
    tutor.keys("Esc q");
    tutor
}

/// The map of an account that lacks the load balancer's part.
pub fn map(language: Language, size: Size) -> Tutor {
    let mut tutor = on("4-1", "c", language, size);
    let (simulated, clock) = world_before("4-1");
    answer_check(&mut tutor, simulated.snapshot(clock));
    tutor.keys("m");
    tutor
}

/// The end of the map of a finished account.
pub fn map_end(language: Language, size: Size) -> Tutor {
    let mut tutor = on("5-1", "c", language, size);
    let (simulated, clock) = world_before("5-1");
    answer_check(&mut tutor, simulated.snapshot(clock));
    tutor.keys("m G");
    tutor
}

/// Nobody has pressed a key for so long that the tutor has stopped looking.
pub fn asleep(language: Language, size: Size) -> Tutor {
    let mut tutor = results_of_one(language, size);
    tutor.clock += 21 * 60;
    tutor.send(Message::Due);
    tutor
}

fn results_of_one(language: Language, size: Size) -> Tutor {
    let mut tutor = on("1-1", "c", language, size);
    let (simulated, clock) = world_before("1-1");
    answer_check(&mut tutor, simulated.snapshot(clock));
    tutor
}
