//! The code of a step, bare: one block at a time, to be selected, copied, or written to a file.

use crate::i18n::Text;
use crate::msg;
use crate::tutor::message::{Effect, Existing, Written};
use crate::tutor::model::{Code, Model, Notice, Offer, Page};
use crate::tutor::tone::Tone;

/// Shows the first block.
pub fn open(model: &mut Model) {
    if model.code().is_empty() {
        model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_code_none)));
        return;
    }
    model.view.code = 0;
    model.view.page = Page::Code;
}

/// Shows the block `by` places on, from the last one the first.
pub fn turn(model: &mut Model, by: usize) {
    let count = model.code().len().max(1);
    model.view.code = (model.view.code + by) % count;
}

/// Shows the block before.
pub fn turn_back(model: &mut Model) {
    let count = model.code().len();
    turn(model, count.saturating_sub(1));
}

/// Writes the block to a file; over one that is there only when asked a second time.
pub fn write(model: &Model, offer: Offer) -> Vec<Effect> {
    let existing = if offer == Offer::WriteOver { Existing::Replace } else { Existing::Keep };
    let effect = |code: Code<'_>| Effect::WriteFile { name: code.name, text: format!("{}\n", code.text), existing };
    model.current_code().map(effect).into_iter().collect()
}

/// Says what became of it.
pub fn wrote(model: &mut Model, file: &str, written: &Written) {
    let (tone, text, offer) = match written {
        Written::Done => (Tone::Good, msg!(tui_code_wrote, file = file), Offer::Nothing),
        Written::Exists => (Tone::Care, msg!(tui_code_exists, file = file), Offer::WriteOver),
        Written::Failed(error) => {
            let error = Text::verbatim(error);
            (Tone::Bad, msg!(file_not_written, file = file, error = error), Offer::Nothing)
        }
    };
    model.view.notice = Some(Notice { text, tone, offer });
}

/// Sends the block to the terminal's clipboard; whether it takes it can't be known.
pub fn copy(model: &mut Model) -> Vec<Effect> {
    let effects: Vec<Effect> =
        model.current_code().map(|code| Effect::Copy(code.text.into_owned())).into_iter().collect();
    model.view.notice = Some(Notice::new(Tone::Plain, msg!(tui_code_copied)));
    effects
}
