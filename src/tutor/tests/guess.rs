//! Guesses before a look: when they are asked, what is kept, and that they come back on a later day.

use jiff::SignedDuration;

use super::{LESSON, ask, now, on};
use crate::progress::Progress;
use crate::tutor::keys::Command;
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{DEMO_ACCOUNT, Model, Page};
use crate::tutor::update::update;

/// What keys ask for, with the effects of the last.
fn asked(model: &mut Model, commands: &[Command]) -> Vec<Effect> {
    let each = commands.iter().map(|command| update(model, Message::Asked(*command), now()));
    each.last().unwrap_or_default()
}

fn progress(model: &Model) -> &Progress {
    model.account.progress.as_ref().unwrap()
}

#[test]
fn the_first_look_at_each_of_these_steps_asks_for_a_guess() {
    for step in ["1-2", "4-2", "4-3", "4-6", "4-7"] {
        let mut model = on(step);
        assert_eq!(asked(&mut model, &[Command::CheckOrGoOn]), [], "{step}");
        assert_eq!(model.view.page, Page::Exercise, "{step}");
        let looks = asked(&mut model, &[Command::Pick(1), Command::NextTask]);
        assert!(matches!(looks.as_slice(), [Effect::Read { .. }]), "{step}: {looks:?}");
        assert_eq!(progress(&model).firsts.len(), 1, "{step}");
    }
    let mut model = on("1-1");
    assert!(matches!(asked(&mut model, &[Command::CheckOrGoOn])[..], [Effect::Read { .. }]));
}

#[test]
fn a_guess_may_be_skipped_and_is_asked_for_once() {
    let mut model = on("1-2");
    let looks = asked(&mut model, &[Command::CheckOrGoOn, Command::NextTask]);
    assert!(matches!(looks.as_slice(), [Effect::Read { .. }]), "{looks:?}");
    assert!(progress(&model).firsts.is_empty());
    model.checks.running = None;
    assert!(matches!(asked(&mut model, &[Command::CheckOrGoOn])[..], [Effect::Read { .. }]));
}

#[test]
fn a_guess_is_judged_only_once_its_step_is_done() {
    let mut model = on("1-2");
    asked(&mut model, &[Command::CheckOrGoOn, Command::Pick(3)]);
    let task = model.guess().unwrap().clone();
    assert!(!model.may_judge(&task));
    model.account.progress.as_mut().unwrap().passed.insert("1-2".into(), now());
    let report = &mut model.checks.report;
    let step = report.steps.iter_mut().find(|step| step.id == "1-2").unwrap();
    step.status = crate::verify::Status::Passed;
    assert!(model.may_judge(&task));
}

#[test]
fn guesses_come_back_on_a_later_day_each_once() {
    let mut model = on("4-2");
    let yesterday = now() - SignedDuration::from_hours(20);
    let own = model.account.progress.as_mut().unwrap();
    own.choose("1-2", "direct", "shop", yesterday);
    own.choose("4-2", "groups-of-the-wizard", "nothing", yesterday);
    let kept = own.clone();
    ask(&mut model, Command::Recall);
    let place = |model: &Model| (model.view.page, model.step().unwrap().id.clone());
    assert_eq!(place(&model), (Page::Exercise, "1-2".into()));
    assert_eq!(model.chosen(&model.guess().unwrap().clone()), None, "what was chosen before isn't told");
    ask(&mut model, Command::Pick(3));
    assert_eq!(model.chosen(&model.guess().unwrap().clone()), Some("nothing"));
    assert!(model.may_judge(&model.guess().unwrap().clone()));
    ask(&mut model, Command::NextTask);
    assert_eq!(place(&model), (Page::Exercise, "4-2".into()));
    ask(&mut model, Command::NextTask);
    assert_eq!(model.view.page, Page::Steps);
    assert_eq!(progress(&model).choice("1-2", "direct"), Some("shop"), "the first day's word stays");
    assert_eq!(progress(&model).recalled("1-2", "direct"), Some("nothing"));
    // Whoever comes back is told.
    let mut back = on("1-1");
    back.account.progress = None;
    let outcome = Ok(kept);
    update(&mut back, Message::ProgressRead { account: DEMO_ACCOUNT.into(), outcome }, now());
    assert!(back.view.notice.is_some() && LESSON.step("1-2").is_some());
}
