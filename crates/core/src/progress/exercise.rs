//! Whether the exercises of a lesson are done. Pure.

use jiff::{SignedDuration, Timestamp};

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
        Form::Open(_) => progress.answered(step, &task.id).is_some_and(says_something),
        Form::Value(form) => progress.entered(&form.value).is_some(),
        Form::Report(form) => form.checks.iter().all(|check| progress.is_attested(step, check)),
    }
}

/// The fewest letters of an answer; an `x` alone is none.
const FEWEST: usize = 6;

fn says_something(answer: &str) -> bool {
    answer.chars().filter(|character| character.is_alphanumeric()).take(FEWEST).count() == FEWEST
}

/// How many choices of an exercise were right the first time, and how many there are; none where it has none.
#[must_use]
pub fn first_tries(step: &Step, progress: &Progress) -> Option<(usize, usize)> {
    let tasks: Vec<&Task> = step.exercise.iter().flat_map(|exercise| &exercise.tasks).collect();
    let choices = tasks.iter().filter(|task| !task.choices().is_empty());
    let tried: Vec<bool> = choices
        .map(|task| {
            let first = progress.first(&step.id, &task.id).and_then(|first| task.choice(&first.text));
            first.is_some_and(|choice| choice.right)
        })
        .collect();
    (!tried.is_empty()).then(|| (tried.iter().filter(|right| **right).count(), tried.len()))
}

/// Guesses that were made on an earlier day and not asked about since, by the places of step and task: what one still knows
/// a day later stays.
#[must_use]
pub fn due_again(lesson: &Lesson, progress: &Progress, now: Timestamp) -> Vec<(usize, usize)> {
    let mut due = Vec::new();
    for (index, step) in lesson.steps.iter().enumerate() {
        let tasks = step.exercise.iter().flat_map(|exercise| exercise.tasks.iter().enumerate());
        for (place, task) in tasks.filter(|(_, task)| task.predict) {
            let old = progress.first(&step.id, &task.id).is_some_and(|first| now.duration_since(first.at) >= NEXT_DAY);
            if old && progress.recalled(&step.id, &task.id).is_none() {
                due.push((index, place));
            }
        }
    }
    due
}

/// From an evening to the next morning.
const NEXT_DAY: SignedDuration = SignedDuration::from_hours(12);

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
                    Form::Open(_) | Form::Value(_) | Form::Report(_) => {
                        progress.answer(id, &task.id, "because", Timestamp::UNIX_EPOCH);
                    }
                }
            }
            assert!(done(&lesson, &mut progress, id), "{id}");
        }
    }

    #[test]
    fn an_x_alone_is_no_answer() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let task = &lesson.step("why").unwrap().exercise.as_ref().unwrap().tasks[0];
        let mut progress = Progress::new("1", "step4");
        for (answer, counts) in
            [("x", false), ("x x x", false), ("......", false), ("見つからないから", true), ("no address", true)]
        {
            progress.answer("why", &task.id, answer, Timestamp::UNIX_EPOCH);
            assert_eq!(is_answered("why", task, &progress), counts, "{answer}");
        }
    }

    #[test]
    fn guesses_are_asked_again_the_next_day_and_once() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let mut progress = Progress::new("1", "step4");
        let now = Timestamp::UNIX_EPOCH;
        progress.choose("1-2", "direct", "shop", now);
        progress.choose("diagram", "alb", "private", now);
        assert_eq!(due_again(&lesson, &progress, now + SignedDuration::from_hours(1)), []);
        let tomorrow = now + SignedDuration::from_hours(15);
        let due = due_again(&lesson, &progress, tomorrow);
        assert_eq!(due.len(), 1);
        assert_eq!(lesson.steps[due[0].0].id, "1-2");
        progress.recall("1-2", "direct", "nothing", tomorrow);
        assert_eq!(due_again(&lesson, &progress, tomorrow), []);
    }

    #[test]
    fn what_was_right_the_first_time_is_counted() {
        let lesson = load(&Pack::Embedded, &BTreeMap::new()).unwrap();
        let mut progress = Progress::new("1", "step4");
        let step = lesson.step("diagram").unwrap();
        for (option, at) in [("private", 1), ("two-public", 2)] {
            progress.choose("diagram", "alb", option, Timestamp::from_second(at).unwrap());
        }
        progress.choose("diagram", "instances", "private", Timestamp::UNIX_EPOCH);
        assert_eq!(first_tries(step, &progress), Some((1, step.exercise.as_ref().unwrap().tasks.len())));
        assert_eq!(first_tries(lesson.step("why").unwrap(), &progress), None);
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
