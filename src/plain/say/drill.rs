//! Find the fault, spoken: the complaint, what is seen in one look, the question, and what it was.

use super::blocks::numbered;
use crate::drill::{Line, Look, Stage};
use crate::i18n::Text;
use crate::msg;
use crate::plain::speech::Speech;
use crate::text::sanitize;
use crate::tutor::model::{DrillPane, Drilling, Model};

/// What of the drill is shown now.
pub fn page(model: &Model, speech: &mut Speech) {
    let Some(drilling) = &model.drills.current else { return };
    match drilling.pane {
        DrillPane::Complaint => complaint(model, drilling, speech),
        DrillPane::Look(look) => seen(model, drilling, look, speech),
        DrillPane::Question => question(model, drilling, speech),
        DrillPane::Told => told(model, drilling, speech),
    }
}

fn complaint(model: &Model, drilling: &Drilling, speech: &mut Speech) {
    let round = &drilling.round;
    speech.heading(model.say(&msg!(drill_title)));
    let grade = u32::from(round.drill.grade);
    speech.say(model.say(&msg!(drill_number, seed = round.seed.to_string(), grade = grade)));
    speech.say(model.say(&round.drill.symptom.complaint()));
    speech.say(model.say(&msg!(drill_about)));
    speech.heading(model.say(&msg!(drill_looks)));
    for (index, look) in Look::ALL.into_iter().enumerate() {
        speech.say(numbered(index, &model.say(&look.title())));
    }
    speech.say(model.say(&msg!(plain_drill_look)));
}

fn seen(model: &Model, drilling: &Drilling, look: Look, speech: &mut Speech) {
    speech.heading(model.say(&look.title()));
    for line in look.lines(&drilling.scene.snapshot, &model.lesson.values) {
        match line {
            Line::Heading(text) => speech.heading(model.say(&text)),
            Line::Fact(text) => speech.say(model.say(&text)),
            Line::Bare(text) => speech.say(sanitize(&text)),
        }
    }
}

fn question(model: &Model, drilling: &Drilling, speech: &mut Speech) {
    let values = &model.lesson.values;
    let text = match drilling.round.stage {
        Stage::Repair => msg!(drill_question_fix),
        Stage::Place | Stage::Solved | Stage::GivenUp => msg!(drill_question_place),
    };
    speech.heading(model.say(&text));
    for (index, choice) in drilling.round.choices().into_iter().enumerate() {
        let is_out = drilling.round.is_ruled_out(index);
        let text = if is_out { msg!(drill_ruled_out, choice = choice.text(values)) } else { choice.text(values) };
        speech.say(numbered(index, &model.say(&text)));
    }
    speech.say(model.say(&msg!(plain_drill_choose)));
}

fn told(model: &Model, drilling: &Drilling, speech: &mut Speech) {
    let round = &drilling.round;
    let text = match round.stage {
        Stage::Solved => msg!(drill_solved),
        Stage::Place | Stage::Repair | Stage::GivenUp => msg!(drill_given_up),
    };
    speech.heading(model.say(&text));
    if let Some(run) = round.run() {
        speech.say(model.say(&run.result()));
    }
    if let Some(told) = &drilling.scene.told {
        speech.say(model.say(&msg!(drill_cause, cause = told.diagnosis.cause.text.clone())));
        let fix = [vec![round.drill.fix.text(&model.lesson.values)], told.repair.clone()].concat();
        list(model, &msg!(drill_evidence), &told.diagnosis.evidence, speech);
        list(model, &msg!(drill_repair), &fix, speech);
        list(model, &msg!(drill_consequences), &told.diagnosis.consequences, speech);
    }
    speech.gap();
    speech.say(model.say(&msg!(plain_drill_again, seed = round.seed.to_string())));
}

fn list(model: &Model, heading: &Text, texts: &[Text], speech: &mut Speech) {
    if texts.is_empty() {
        return;
    }
    speech.heading(model.say(heading));
    for text in texts {
        speech.say(model.say(text));
    }
}
