//! Find the fault, without a screen: what keys and numbers do, and what is kept of it.

use super::{ask, now, on};
use crate::drill::{Choice, Look, Stage};
use crate::tutor::keys::Command;
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{DrillPane, Model, Page};
use crate::tutor::update::update;

fn drilling() -> Model {
    let mut model = on("1-1");
    model.drills.wanted = Some(4821);
    ask(&mut model, Command::Drill);
    assert_eq!(model.view.page, Page::Drill);
    model
}

fn pane(model: &Model) -> DrillPane {
    model.drills.current.as_ref().unwrap().pane
}

/// The number of the right answer, or of a wrong one.
fn answer(model: &Model, right: bool) -> u8 {
    let round = &model.drills.current.as_ref().unwrap().round;
    let is_right = |choice: &Choice| match choice {
        Choice::Place(place) => round.drill.places.contains(place),
        Choice::Fix(fix) => *fix == round.drill.fix,
        Choice::GiveUp => false,
    };
    let fits = |choice: &Choice| is_right(choice) == right && *choice != Choice::GiveUp;
    u8::try_from(round.choices().iter().position(fits).unwrap() + 1).unwrap()
}

fn choose(model: &mut Model, number: u8) -> Vec<Effect> {
    update(model, Message::Asked(Command::Pick(number)), now())
}

#[test]
fn a_number_is_a_look_until_the_question_is_asked_and_an_answer_then() {
    let mut model = drilling();
    assert_eq!(pane(&model), DrillPane::Complaint);
    choose(&mut model, 2);
    assert_eq!(pane(&model), DrillPane::Look(Look::Health));
    ask(&mut model, Command::NextLook);
    assert_eq!(pane(&model), DrillPane::Look(Look::Rules));
    ask(&mut model, Command::PreviousLook);
    ask(&mut model, Command::Answer);
    assert_eq!(pane(&model), DrillPane::Question);
    let wrong = answer(&model, false);
    assert!(choose(&mut model, wrong).is_empty());
    assert!(model.view.notice.is_some());
    let right = answer(&model, true);
    choose(&mut model, right);
    assert_eq!(model.drills.current.as_ref().unwrap().round.stage, Stage::Repair);
    model.view.cursor = usize::from(answer(&model, true) - 1);
    let effects = update(&mut model, Message::Asked(Command::ChooseAnswer), now());
    assert!(matches!(effects.as_slice(), [Effect::SaveProgress(_)]), "{effects:?}");
    assert_eq!(pane(&model), DrillPane::Told);
    let drills = &model.account.progress.as_ref().unwrap().drills;
    let run = drills.values().next().unwrap();
    assert_eq!((drills.len(), run.seed, run.solved, run.looks, run.tries), (1, 4821, true, 2, 3));
}

#[test]
fn a_named_seed_is_followed_by_the_next_one_and_only_once_it_is_over() {
    let mut model = drilling();
    ask(&mut model, Command::NewDrill);
    assert_eq!(model.drills.current.as_ref().unwrap().round.seed, 4821);
    ask(&mut model, Command::Answer);
    let last = u8::try_from(model.list_length().unwrap()).unwrap();
    choose(&mut model, last);
    assert_eq!(model.drills.current.as_ref().unwrap().round.stage, Stage::GivenUp);
    ask(&mut model, Command::NewDrill);
    assert_eq!((model.drills.current.as_ref().unwrap().round.seed, pane(&model)), (4822, DrillPane::Complaint));
}

#[test]
fn the_way_back_leads_to_the_complaint_and_then_to_the_steps() {
    let mut model = drilling();
    choose(&mut model, 1);
    ask(&mut model, Command::Back);
    assert_eq!(pane(&model), DrillPane::Complaint);
    ask(&mut model, Command::Back);
    assert_eq!(model.view.page, Page::Steps);
    ask(&mut model, Command::Drill);
    assert_eq!((model.view.page, model.drills.current.as_ref().unwrap().round.seed), (Page::Drill, 4821));
}

#[test]
fn a_real_account_has_no_drills() {
    let mut model = on("1-1");
    model.account.demo = false;
    ask(&mut model, Command::Drill);
    assert!(model.drills.current.is_none() && model.view.page == Page::Step && model.view.notice.is_some());
}
