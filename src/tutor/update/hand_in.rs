//! The page to hand in, by one key: made of what the last look showed and of what the learner has written.

use crate::i18n::Text;
use crate::msg;
use crate::tutor::message::{Effect, HandIn};
use crate::tutor::model::{Model, Notice};
use crate::tutor::tone::Tone;

/// Has the page written; says what is needed first, where nothing was read yet.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    let seen = (model.checks.snapshot.as_deref(), &model.account.progress);
    let (Some(snapshot), Some(record)) = seen else {
        model.view.notice = Some(Notice::new(Tone::Care, msg!(tui_check_first)));
        return Vec::new();
    };
    vec![Effect::HandIn(Box::new(HandIn {
        snapshot: snapshot.clone(),
        record: record.clone(),
        language: model.localizer.language(),
        utc_offset: model.localizer.zone().to_offset(model.now).seconds(),
        now: model.now,
    }))]
}

/// Says what became of it.
pub fn done(model: &mut Model, outcome: Result<String, Text>) {
    let notice = match outcome {
        Ok(file) => {
            let said = Notice::new(Tone::Good, msg!(evidence_written_to, file = &file));
            model.account.handed_in = Some(file);
            said
        }
        Err(problem) => Notice::new(Tone::Bad, problem),
    };
    model.view.notice = Some(notice);
}
