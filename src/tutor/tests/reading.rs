//! Each look is judged once, by whoever looked; anew only where the lesson has become another one since.

use std::sync::Arc;

use super::{LESSON, ask, now, on};
use crate::account::demo::SimulatedAccount;
use crate::lesson::Lesson;
use crate::look::Assessed;
use crate::tutor::keys::Command;
use crate::tutor::message::Message;
use crate::tutor::update::update;
use crate::verify::Status;

/// How step 2-4 stands once the answer to a check has come that saw nothing in the account, but says that everything is
/// there, judged by this lesson.
fn status_after(lesson: Arc<Lesson>) -> Status {
    let mut model = on("2-4");
    ask(&mut model, Command::Check);
    let number = model.checks.running.unwrap().number;
    let finished = SimulatedAccount::finished(&LESSON, now());
    let report = Assessed::new(&LESSON, finished.snapshot(now()), now()).report;
    let snapshot = SimulatedAccount::new(&LESSON, now()).snapshot(now());
    let seen = Box::new(Assessed { snapshot, report });
    update(&mut model, Message::Read { number, lesson, seen }, now());
    model.step_report().unwrap().status
}

#[test]
fn what_was_judged_by_this_lesson_is_taken_as_it_is() {
    assert_eq!(status_after(Arc::clone(&LESSON)), Status::Passed);
}

#[test]
fn what_was_judged_by_another_one_is_judged_anew() {
    assert_eq!(status_after(Arc::new(Lesson::clone(&LESSON))), Status::Failed);
}
