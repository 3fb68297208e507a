//! What came of the guess of a step, once it is done.

use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::tutor::model::Model;

pub fn reveal(model: &Model, sheet: &mut Sheet) {
    let Some((step, task)) = model.step().zip(model.guess()).filter(|(_, task)| model.may_judge(task)) else { return };
    let first = model.account.progress.as_ref().and_then(|progress| progress.first(&step.id, &task.id));
    let Some(choice) = first.and_then(|first| task.choice(&first.text)) else {
        sheet.gap();
        sheet.text(&[], &[(&model.say(&msg!(guess_open)), Tone::Dim)]);
        return;
    };
    let text = Text::from(choice.text.clone());
    let (told, tone) = if choice.right {
        (msg!(guess_was_right, text = text), Tone::Good)
    } else {
        (msg!(guess_was_wrong, text = text), Tone::Care)
    };
    sheet.gap();
    sheet.next_block();
    sheet.text(&[], &[(&model.say(&told), tone)]);
    sheet.text(&[], &[(&model.say(&Text::from(choice.because.clone())), Tone::Plain)]);
}
