//! A plan as lines of text: what to delete, in order, with how and with what is gone already.

use super::{Item, Plan, State};
use crate::i18n::{Localizer, Text};
use crate::msg;

/// The whole plan.
#[must_use]
pub fn plain(plan: &Plan, localizer: &Localizer) -> String {
    let mut lines = vec![localizer.say(&head(plan)), localizer.say(&msg!(cleanup_intro, lesson = plan.called.clone()))];
    if plan.is_done() == Some(false) {
        lines.push(localizer.say(&msg!(cleanup_evidence_first)));
    }
    for (index, item) in plan.items.iter().enumerate() {
        lines.extend(item_lines(item, index + 1, localizer));
    }
    lines.push(localizer.say(&outcome(plan)));
    if !plan.leftovers.is_empty() {
        lines.extend([String::new(), localizer.say(&msg!(cleanup_leftovers))]);
        for (index, item) in plan.leftovers.iter().enumerate() {
            lines.extend(item_lines(item, plan.items.len() + index + 1, localizer));
        }
    }
    lines.extend([String::new(), localizer.say(&msg!(cleanup_kept))]);
    lines.extend(plan.kept.iter().map(|text| format!("- {}", localizer.say(text))));
    lines.join("\n") + "\n"
}

/// The commands of all that is still there, in one block to paste. What only costs isn't part of it: somebody must look at
/// that first.
#[must_use]
pub fn commands(plan: &Plan) -> String {
    let there = plan.items.iter().filter(|item| item.state == State::There);
    there.flat_map(|item| &item.commands).flat_map(|command| [command.as_str(), "\n"]).collect()
}

fn head(plan: &Plan) -> Text {
    let account = plan.identity.as_ref().map(|identity| Text::verbatim(&identity.account));
    let region = plan.region.as_ref().map(Text::verbatim);
    let or_unknown = |text: Option<Text>| text.unwrap_or_else(|| msg!(account_unknown));
    msg!(check_header, account = or_unknown(account), region = or_unknown(region))
}

fn outcome(plan: &Plan) -> Text {
    let left = plan.items.iter().filter(|item| matches!(item.state, State::There | State::Deleting)).count();
    match plan.is_done() {
        Some(true) => msg!(cleanup_done, lesson = plan.called.clone()),
        Some(false) => msg!(cleanup_left, count = left),
        None => msg!(cleanup_not_known),
    }
}

fn item_lines(item: &Item, number: usize, localizer: &Localizer) -> Vec<String> {
    let (sign, word) = match &item.state {
        State::There => ("-", msg!(cleanup_there)),
        State::Deleting => ("~", msg!(cleanup_deleting)),
        State::Gone => ("✓", msg!(cleanup_gone)),
        State::NotVisible(_) => ("?", msg!(cleanup_not_visible)),
    };
    let first = msg!(cleanup_line, sign = sign, number = number, what = item.what.clone(), word = word);
    let details = details(item).into_iter().map(|text| format!("    {}", localizer.say(&text)));
    std::iter::once(localizer.say(&first)).chain(details).collect()
}

/// What is said of an item that is still there, or can't be seen.
fn details(item: &Item) -> Vec<Text> {
    let mut texts = Vec::new();
    match &item.state {
        State::Gone => return texts,
        State::Deleting => return item.note.iter().cloned().collect(),
        State::NotVisible(why) => texts.push(why.clone()),
        State::There => {}
    }
    texts.extend(item.console.iter().map(|text| msg!(line_console, text = text.clone())));
    texts.extend(item.link.iter().map(|link| msg!(line_link, text = link)));
    texts.extend(item.commands.iter().map(|command| msg!(line_cli, text = command)));
    texts.extend(item.note.iter().cloned());
    texts
}
