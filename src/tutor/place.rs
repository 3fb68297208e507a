//! Where keys work, from one page to everywhere.

use crate::i18n::Text;
use crate::msg;
use crate::tutor::page::Page;

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the first run.
    Welcome,
    /// On the page of a step, whichever tab is shown.
    Step,
    /// Where code stands bare.
    Code,
    /// In the list of steps.
    Steps,
    /// Where the account is confirmed.
    Account,
    /// In the list of simulated actions.
    Actions,
    /// In the exercise of a step.
    Exercise,
    /// Where a word stands.
    Found,
    /// Where the load is shown.
    Live,
    /// On the map of the account's wiring.
    Map,
    /// In a drill.
    Drill,
    /// Where several lines are written.
    Editor,
    /// Where one line is written.
    Prompt,
    /// In the demo, everywhere but in a drill and where the account is confirmed or something is written.
    Demo,
    /// Everywhere but in a drill and where the account is confirmed or something is written.
    Around,
    /// Everywhere but where something is written.
    Everywhere,
    /// Also where something is written.
    Always,
}

impl Place {
    /// Every place, in the order of the help page.
    pub const ALL: [Self; 17] = [
        Self::Welcome,
        Self::Step,
        Self::Code,
        Self::Steps,
        Self::Account,
        Self::Actions,
        Self::Exercise,
        Self::Found,
        Self::Live,
        Self::Map,
        Self::Drill,
        Self::Editor,
        Self::Prompt,
        Self::Demo,
        Self::Around,
        Self::Everywhere,
        Self::Always,
    ];

    /// Whether a key that works here works on `page`.
    #[must_use]
    pub fn covers(self, page: Page, demo: bool) -> bool {
        match self {
            Self::Welcome => page == Page::Welcome,
            Self::Step => page == Page::Step,
            Self::Code => page == Page::Code,
            Self::Steps => page == Page::Steps,
            Self::Account => page == Page::Account,
            Self::Actions => page == Page::Actions,
            Self::Exercise => page == Page::Exercise,
            Self::Found => page == Page::Found,
            Self::Live => page == Page::Live,
            Self::Map => page == Page::Map,
            Self::Drill => page == Page::Drill,
            Self::Editor => page == Page::Editor,
            Self::Prompt => page == Page::Prompt,
            Self::Demo => demo && !matches!(page, Page::Account | Page::Drill) && !page.is_writing(),
            Self::Around => !matches!(page, Page::Account | Page::Drill) && !page.is_writing(),
            Self::Everywhere => !page.is_writing(),
            Self::Always => true,
        }
    }

    /// What the help page calls it.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Welcome => msg!(tui_place_welcome),
            Self::Step => msg!(tui_place_step),
            Self::Code => msg!(tui_place_code),
            Self::Steps => msg!(tui_place_steps),
            Self::Account => msg!(tui_place_account),
            Self::Actions => msg!(tui_place_actions),
            Self::Exercise => msg!(tui_place_exercise),
            Self::Found => msg!(tui_place_found),
            Self::Live => msg!(tui_place_load),
            Self::Map => msg!(tui_place_map),
            Self::Drill => msg!(drill_place_keys),
            Self::Editor => msg!(tui_place_editor),
            Self::Prompt => msg!(tui_place_prompt),
            Self::Demo => msg!(tui_place_demo),
            Self::Around => msg!(tui_place_around),
            Self::Everywhere => msg!(tui_place_everywhere),
            Self::Always => msg!(tui_place_always),
        }
    }
}
