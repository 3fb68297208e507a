//! The progress that is kept for the account.

use crate::i18n::Text;
use crate::progress::{Progress, StoreError, record};
use crate::tutor::message::Effect;
use crate::tutor::model::{Model, Notice, Saving};
use crate::tutor::tone::Tone;

/// Notes what is done now, and whether all of it is gone again where that can be told; saves it where that is news.
pub fn note_progress(model: &mut Model, is_gone: Option<bool>) -> Vec<Effect> {
    let Some(progress) = &mut model.account.progress else { return Vec::new() };
    let before = progress.clone();
    record(&model.checks.report, progress, model.now);
    if let Some(is_gone) = is_gone {
        progress.note_cleaned(is_gone, model.now);
    }
    if *progress == before { Vec::new() } else { save(model) }
}

/// Keeps progress, where there is a place for it.
pub fn save(model: &Model) -> Vec<Effect> {
    match (&model.account.progress, &model.account.saving) {
        (Some(progress), Saving::Kept | Saving::Failed(_)) => vec![Effect::SaveProgress(Box::new(progress.clone()))],
        _ => Vec::new(),
    }
}

/// Takes what was saved, with what another tutor had saved; says so where nothing could be.
pub fn saved(model: &mut Model, outcome: Result<Progress, StoreError>) {
    match outcome {
        Ok(saved) => {
            model.account.saving = Saving::Kept;
            if let Some(own) = model.account.progress.take_if(|own| own.account == saved.account) {
                model.account.progress = Some(own.merged(&saved));
            }
        }
        Err(error) => not_saved(model, error.text()),
    }
}

/// Notes that progress isn't kept, and says so.
pub fn not_saved(model: &mut Model, text: Text) {
    model.view.notice = Some(Notice::new(Tone::Bad, text.clone()));
    model.account.saving = Saving::Failed(text);
}
