//! The lesson changes on disk while it is shown.

use super::*;
use crate::i18n::Text;

fn lesson_without(step: &str) -> Arc<Lesson> {
    let mut lesson = Lesson::clone(&LESSON);
    lesson.steps.retain(|kept| kept.id != step);
    Arc::new(lesson)
}

#[test]
fn a_change_has_the_lesson_read_anew() {
    let mut tutor = on("1-2");
    assert_eq!(tutor.send(Message::PackChanged), [Effect::ReadLesson { values: BTreeMap::new() }]);
}

#[test]
fn the_step_shown_stays_where_another_one_goes() {
    let mut tutor = on("1-2");
    tutor.send(Message::LessonRead(Ok(lesson_without("preflight"))));
    assert_eq!(tutor.model.step().unwrap().id, "1-2");
    assert_eq!(tutor.model.checks.report.steps.len(), tutor.model.lesson.steps.len());
    assert!(tutor.screen().contains("was read again"), "{}", tutor.screen());
}

#[test]
fn a_step_that_is_gone_gives_way_to_its_neighbour() {
    let mut tutor = on("1-2");
    let last = tutor.model.lesson.steps.last().unwrap().id.clone();
    tutor.model.view.step = tutor.model.lesson.steps.len() - 1;
    tutor.send(Message::LessonRead(Ok(lesson_without(&last))));
    assert_eq!(tutor.model.view.step, tutor.model.lesson.steps.len() - 1);
}

#[test]
fn a_broken_lesson_leaves_the_old_one_and_says_why() {
    let mut tutor = on("1-2");
    let effects = tutor.send(Message::LessonRead(Err(Text::verbatim("ja/1-2.md:3:1"))));
    assert_eq!(effects, []);
    assert!(Arc::ptr_eq(&tutor.model.lesson, &LESSON));
    let screen = tutor.screen();
    assert!(screen.contains("The lesson stays as it was.") && screen.contains("ja/1-2.md:3:1"), "{screen}");
}

#[test]
fn an_exercise_that_is_gone_is_left() {
    let mut tutor = on("why");
    tutor.keys("e");
    assert_eq!(tutor.model.view.page, Page::Exercise);
    let mut lesson = Lesson::clone(&LESSON);
    lesson.steps.iter_mut().for_each(|step| step.exercise = None);
    tutor.send(Message::LessonRead(Ok(Arc::new(lesson))));
    assert_eq!(tutor.model.view.page, Page::Step);
}

#[test]
fn what_the_new_checks_need_is_read_once_something_was_read_before() {
    let mut tutor = on("1-1");
    assert_eq!(tutor.send(Message::LessonRead(Ok(Arc::clone(&LESSON)))), []);
    tutor.keys("c");
    let number = tutor.running();
    let snapshot = Snapshot { identity: Area::Seen(identity(ACCOUNT)), ..Snapshot::not_asked(at(1), None) };
    tutor.read(number, snapshot);
    let effects = tutor.send(Message::LessonRead(Ok(Arc::clone(&LESSON))));
    assert!(matches!(effects[..], [Effect::Read { .. }]), "{effects:?}");
}
