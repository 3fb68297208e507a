//! Find the fault: looking around in the broken account, answering, being told.

use std::collections::BTreeSet;

use super::progress::save;
use crate::drill::{Look, Outcome, Pool, Round, Scene};
use crate::msg;
use crate::tutor::message::Effect;
use crate::tutor::model::{DrillPane, Drilling, Model, Notice, Page, seed_of};
use crate::tutor::tone::Tone;

/// Shows the drill under way, or begins one. A real account has no part in it.
pub fn open(model: &mut Model) {
    if !model.account.demo {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(drill_only_demo)));
        return;
    }
    model.view.page = Page::Drill;
    model.view.cursor = 0;
    if model.drills.current.is_none() {
        begin(model);
    }
}

/// Begins another drill, once the last one is over.
pub fn another(model: &mut Model) {
    if model.drills.current.as_ref().is_none_or(|current| current.round.is_over()) {
        begin(model);
    }
}

/// Begins the drill that was named, else one that wasn't done yet.
pub fn begin(model: &mut Model) {
    let Some(pool) = Pool::of(&model.lesson.values) else { return no_drills(model) };
    let seed = match model.drills.wanted {
        Some(seed) => seed,
        None => pool.fresh_seed(seed_of(model.now), &done(model)),
    };
    let Some(drill) = pool.drill(seed).cloned() else { return no_drills(model) };
    let Ok(scene) = Scene::new(&pool, &drill, &model.lesson, model.now) else { return no_drills(model) };
    model.drills.wanted = model.drills.wanted.map(|seed| seed.wrapping_add(1));
    let round = Round::new(seed, drill, model.now);
    model.drills.current = Some(Box::new(Drilling { round, scene, pane: DrillPane::Complaint }));
    turn_to(model, DrillPane::Complaint);
}

fn no_drills(model: &mut Model) {
    model.view.page = Page::Steps;
    model.view.notice = Some(Notice::new(Tone::Care, msg!(drill_not_here)));
}

/// The drills that were done, by id.
fn done(model: &Model) -> BTreeSet<String> {
    model.account.progress.iter().flat_map(|progress| progress.drills.keys().cloned()).collect()
}

/// What a number means here: a look, or an answer.
pub fn pick(model: &mut Model, number: u8) -> Vec<Effect> {
    let Some(index) = usize::from(number).checked_sub(1) else { return Vec::new() };
    match model.drills.current.as_ref().map(|current| current.pane) {
        Some(DrillPane::Question) => choose(model, index),
        Some(DrillPane::Complaint | DrillPane::Look(_) | DrillPane::Told) => {
            if let Some(look) = Look::ALL.get(index) {
                show(model, *look);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Shows the look so many places after the one that is shown, round the end.
pub fn turn(model: &mut Model, by: usize) {
    let pane = model.drills.current.as_ref().map(|current| current.pane);
    let place = |look: Look| Look::ALL.iter().position(|known| *known == look).unwrap_or(0);
    let next = match pane {
        Some(DrillPane::Look(look)) => (place(look) + by) % Look::ALL.len(),
        Some(DrillPane::Complaint | DrillPane::Told) => (Look::ALL.len() - 1 + by) % Look::ALL.len(),
        Some(DrillPane::Question) | None => return,
    };
    show(model, Look::ALL[next]);
}

fn show(model: &mut Model, look: Look) {
    if let Some(current) = &mut model.drills.current {
        current.round.look(look);
    }
    turn_to(model, DrillPane::Look(look));
}

/// Asks where it is broken, or what mends it; once it is over, shows again what it was.
pub fn answer(model: &mut Model) {
    let is_over = model.drills.current.as_ref().is_some_and(|current| current.round.is_over());
    turn_to(model, if is_over { DrillPane::Told } else { DrillPane::Question });
}

/// Takes the answer under the cursor, where there is a question.
pub fn choose_chosen(model: &mut Model) -> Vec<Effect> {
    match model.drills.list_length() {
        Some(_) => choose(model, model.view.cursor),
        None => Vec::new(),
    }
}

fn choose(model: &mut Model, index: usize) -> Vec<Effect> {
    let now = model.now;
    let Some(current) = &mut model.drills.current else { return Vec::new() };
    let outcome = current.round.choose(index, now);
    let told = match outcome {
        Outcome::Nothing => return Vec::new(),
        Outcome::RightPlace => Some((Tone::Good, msg!(drill_right_place))),
        Outcome::WrongPlace => Some((Tone::Care, msg!(drill_wrong_place))),
        Outcome::WrongFix => Some((Tone::Care, msg!(drill_wrong_fix))),
        // The page says it.
        Outcome::Solved | Outcome::GivenUp => None,
    };
    model.view.notice = told.map(|(tone, text)| Notice::new(tone, text));
    if outcome == Outcome::RightPlace {
        turn_to(model, DrillPane::Question);
    }
    let run = current_run(model);
    match (run, &mut model.account.progress) {
        (Some((id, run)), Some(progress)) => {
            progress.note_drill(&id, run);
            turn_to(model, DrillPane::Told);
            save(model)
        }
        (Some(_), None) => {
            turn_to(model, DrillPane::Told);
            Vec::new()
        }
        (None, _) => Vec::new(),
    }
}

fn current_run(model: &Model) -> Option<(String, crate::drill::DrillRun)> {
    let round = &model.drills.current.as_ref()?.round;
    Some((round.drill.id.clone(), round.run()?))
}

/// From a look or a question to the complaint, or to what it was once that is told; from there to the steps.
pub fn back(model: &mut Model) {
    let is_over = model.drills.current.as_ref().is_some_and(|current| current.round.is_over());
    match model.drills.current.as_ref().map(|current| current.pane) {
        Some(DrillPane::Look(_)) if is_over => turn_to(model, DrillPane::Told),
        Some(DrillPane::Look(_) | DrillPane::Question) => turn_to(model, DrillPane::Complaint),
        Some(DrillPane::Complaint | DrillPane::Told) | None => {
            model.view.page = Page::Steps;
            model.view.cursor = model.view.step;
        }
    }
}

/// Each pane is read from its beginning.
fn turn_to(model: &mut Model, pane: DrillPane) {
    let Some(current) = &mut model.drills.current else { return };
    current.pane = pane;
    model.view.cursor = 0;
    if model.view.page == Page::Drill {
        model.view.set_top(0);
    }
}
