//! Whether the exercises of a lesson are done. Pure.

use jiff::Timestamp;

use super::Progress;
use crate::lesson::exercise::{Form, Task};
use crate::lesson::{Lesson, Step};

/// Whether a task of `step` is answered: rightly where there is a right answer.
#[must_use]
pub fn is_answered(step: &str, task: &Task, progress: &Progress) -> bool {
    match &task.form {
        Form::Choice(_) => {
            let chosen = progress.choice(step, &task.id).and_then(|option| task.choice(option));
            chosen.is_some_and(|choice| choice.right)
        }
        Form::Open(_) => progress.answered(step, &task.id).is_some(),
        Form::Value(form) => progress.entered(&form.value).is_some(),
    }
}

/// Confirms each check that asks for the exercise of its step once the exercise is done, and takes that back where it
/// isn't any more.
pub fn settle(lesson: &Lesson, progress: &mut Progress, now: Timestamp) {
    for step in &lesson.steps {
        let done = is_done(step, progress);
        for check in step.checks.iter().filter(|check| check.is_exercise()) {
            if progress.is_attested(&step.id, &check.id) != done {
                progress.attest(&step.id, &check.id, done, now);
            }
        }
    }
}

fn is_done(step: &Step, progress: &Progress) -> bool {
    step.exercise
        .as_ref()
        .is_some_and(|exercise| exercise.tasks.iter().all(|task| is_answered(&step.id, task, progress)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::lesson::{Pack, load};

    fn done(lesson: &Lesson, progress: &mut Progress, step: &str) -> bool {
        settle(lesson, progress, Timestamp::UNIX_EPOCH);
        let step = lesson.step(step).unwrap();
        let mut checks = step.checks.iter().filter(|check| check.is_exercise());
        checks.all(|check| progress.is_attested(&step.id, &check.id))
    }

    #[test]
    fn an_exercise_is_done_once_every_task_is_rightly_answered() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let mut progress = Progress::new("1", "step4");
        for id in ["diagram", "why"] {
            let tasks = lesson.step(id).unwrap().exercise.clone().unwrap().tasks;
            for task in &tasks {
                assert!(!done(&lesson, &mut progress, id), "{id}/{}", task.id);
                match &task.form {
                    Form::Choice(options) => {
                        let wrong = options.iter().find(|option| !option.right).unwrap();
                        progress.choose(id, &task.id, &wrong.id, Timestamp::UNIX_EPOCH);
                        assert!(!is_answered(id, task, &progress));
                        let right = options.iter().find(|option| option.right).unwrap();
                        progress.choose(id, &task.id, &right.id, Timestamp::UNIX_EPOCH);
                    }
                    Form::Open(_) | Form::Value(_) => progress.answer(id, &task.id, "because", Timestamp::UNIX_EPOCH),
                }
            }
            assert!(done(&lesson, &mut progress, id), "{id}");
        }
    }

    #[test]
    fn an_answer_taken_back_takes_the_confirmation_back() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let mut progress = Progress::new("1", "step4");
        let tasks = lesson.step("why").unwrap().exercise.clone().unwrap().tasks;
        for task in &tasks {
            progress.answer("why", &task.id, "because", Timestamp::UNIX_EPOCH);
        }
        assert!(done(&lesson, &mut progress, "why"));
        progress.answer("why", &tasks[0].id, "", Timestamp::UNIX_EPOCH);
        assert!(!done(&lesson, &mut progress, "why"));
    }
}
