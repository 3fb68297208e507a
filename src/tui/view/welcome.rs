//! The first run: whose account, what it costs, what the tutor does and doesn't, and the way out, on one screen.
//!
//! ```text
//! Welcome. ...
//!
//!   Language  English   (l: 日本語)
//!   Account   123456789012
//!   Region    us-east-1
//!   Cost      about 0.13 to 0.21 USD an hour ...
//!
//! q leaves at any time; what you have reached is kept.
//! ```

use super::account;
use crate::cost::money::sum;
use crate::cost::whole_lab;
use crate::i18n::Text;
use crate::msg;
use crate::terminal::content::{Sheet, Tone};
use crate::text::{pad, width};
use crate::tutor::model::{Caller, Model, Saving};

pub fn page(model: &Model, sheet: &mut Sheet) {
    let what = if model.account.demo { msg!(welcome_demo) } else { msg!(welcome_what, lesson = about(model)) };
    sheet.text(&[], &[(&model.say(&what), Tone::Plain)]);
    sheet.gap();
    let rows = rows(model);
    let names: Vec<String> = rows.iter().map(|(name, _)| model.say(name)).collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (name, (_, value)) in names.iter().zip(&rows) {
        sheet.text(&[(&format!("  {}  ", pad(name, column)), Tone::Dim)], &[(&model.say(value), Tone::Plain)]);
    }
    sheet.gap();
    let kept = if model.account.saving == Saving::NoHome { msg!(welcome_leave_unsaved) } else { msg!(welcome_leave) };
    sheet.text(&[], &[(&model.say(&kept), Tone::Plain)]);
}

/// What the lesson goes through.
fn about(model: &Model) -> Text {
    let title = || msg!(welcome_lesson, title = Text::Lesson(model.lesson.title.clone()));
    model.lesson.about.clone().map_or_else(title, Text::Lesson)
}

fn rows(model: &Model) -> Vec<(Text, Text)> {
    let account = match &model.account.caller {
        Caller::Known(identity) => Text::verbatim(&identity.account),
        Caller::Asking(_) => msg!(tui_asking),
        Caller::Unseen { what, fix } => msg!(account_unreadable, what = what.clone(), fix = fix.clone()),
    };
    let mut rows = vec![
        (msg!(welcome_language), msg!(welcome_this_language)),
        (msg!(tui_account_number), account),
        (msg!(tui_account_region), account::region(model)),
    ];
    let prices = &model.lesson.prices;
    let cost = whole_lab(&model.lesson).filter(|_| !model.account.demo);
    if let (Some(range), Some(date), Some(region)) = (cost, &prices.date, &prices.region) {
        let (least, most) = (sum(*range.start()), sum(*range.end()));
        rows.push((
            msg!(welcome_cost),
            msg!(welcome_cost_range, least = least, most = most, region = region, date = date),
        ));
    }
    rows
}
