//! Asking AWS who the caller is.

use super::moving::show_tab;
use crate::account::Unseen;
use crate::msg;
use crate::tutor::message::Effect;
use crate::tutor::model::{Caller, Model, Tab};
use crate::verify::Verdict;

/// Asks AWS who the caller is.
pub fn identify(model: &mut Model) -> Vec<Effect> {
    let number = model.next_request();
    model.account.caller = Caller::Asking(number);
    vec![Effect::Identify { number }]
}

/// Notes why the caller can't be told, and shows it where the learner waits for it.
pub fn unseen_caller(model: &mut Model, unseen: Unseen<'_>) {
    let verdict = Verdict::unknown(unseen);
    let fix = verdict.fix.unwrap_or_else(|| msg!(unknown_not_asked_fix));
    model.account.caller = Caller::Unseen { what: verdict.actual, fix };
    if std::mem::take(&mut model.checks.wanted) {
        show_tab(model, Tab::Results);
    }
}
