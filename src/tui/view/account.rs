//! The question whether this is the right account, before anything of it is read.
//!
//! ```text
//! Is this the account of the lab?
//!
//! Account   123456789012
//! Identity  arn:aws:iam::123456789012:user/taro
//! Region    us-east-1
//!
//! y yes   n no
//! ```

use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::tutor::model::{Caller, Model};

pub fn page(model: &Model, sheet: &mut Sheet) {
    let Caller::Known(identity) = &model.account.caller else { return };
    if let Some(before) = &model.account.before {
        sheet.text(&[], &[(&model.say(&msg!(tui_account_changed, before = before)), Tone::Bad)]);
        sheet.gap();
    }
    sheet.text(&[], &[(&model.say(&msg!(tui_account_question)), Tone::Strong)]);
    sheet.gap();
    let rows = [
        (msg!(tui_account_number), Text::verbatim(&identity.account)),
        (msg!(tui_account_identity), Text::verbatim(&identity.arn)),
        (msg!(tui_account_region), region(model)),
    ];
    let names = rows.each_ref().map(|(name, _)| model.say(name));
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (name, (_, value)) in names.iter().zip(&rows) {
        sheet.text(&[(&format!("  {}  ", pad(name, column)), Tone::Dim)], &[(&model.say(value), Tone::Code)]);
    }
    sheet.gap();
    sheet.text(&[], &[(&model.say(&msg!(tui_account_promise)), Tone::Plain)]);
    sheet.gap();
    sheet.text(&[("  y  ", Tone::Key)], &[(&model.say(&msg!(tui_do_yes)), Tone::Plain)]);
    sheet.text(&[("  n  ", Tone::Key)], &[(&model.say(&msg!(tui_do_no)), Tone::Plain)]);
}

/// The region, where it is known.
pub fn region(model: &Model) -> Text {
    model.account.region.as_ref().map_or_else(|| msg!(tui_not_known), Text::verbatim)
}
