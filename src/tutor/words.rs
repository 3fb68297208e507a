//! Words that every shell around the tutor says alike.

use crate::i18n::Text;
use crate::msg;
use crate::progress::StepState;

/// How a step stands.
#[must_use]
pub fn state_word(state: StepState) -> Text {
    match state {
        StepState::Locked => msg!(tui_state_locked),
        StepState::Open => msg!(tui_state_open),
        StepState::Done => msg!(tui_state_done),
        StepState::Broken => msg!(tui_state_broken),
        StepState::Cleaned => msg!(tui_state_cleaned),
    }
}
