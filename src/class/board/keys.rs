//! The table of the board's keys.

use super::model::Page;
use crate::i18n::Text;
use crate::msg;
use crate::tutor::bindings::{Binding, bound, ranked};
use crate::tutor::key::Key;
use crate::tutor::keys::Motion;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Everything of the learner under the cursor.
    Open,
    /// Read the accounts again; on a learner's page that one.
    Read,
    /// The next of the orders.
    Sort,
    /// Everybody, who needs somebody first.
    Urgent,
    /// The next of the filters.
    Filter,
    /// Look for a learner by name or id.
    Search,
    /// Show everybody again.
    Forget,
    /// The other language.
    Language,
    /// The keys.
    Help,
    /// Back to the board.
    Back,
    /// Up or down, on the board or on a page over it.
    Move(Motion),
    /// Back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the board itself, with a row for each learner.
    Board,
    /// On a learner's page.
    Learner,
    /// On the pages that cover the board.
    Over,
    /// On all pages.
    Everywhere,
}

impl Place {
    /// All, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Board, Self::Learner, Self::Over, Self::Everywhere];

    fn covers(self, page: Page) -> bool {
        match self {
            Self::Board => page == Page::Board,
            Self::Learner => page == Page::Learner,
            Self::Over => page != Page::Board,
            Self::Everywhere => true,
        }
    }

    /// Its heading in the help.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Board => msg!(board_on_board),
            Self::Learner => msg!(board_on_learner),
            Self::Over => msg!(board_on_pages),
            Self::Everywhere => msg!(board_everywhere),
        }
    }
}

/// One row of the table.
pub type KeyBinding = Binding<Place, Command>;

macro_rules! keys {
    ($($place:ident $command:expr, $keys:expr, $label:ident, $footer:expr;)+) => {
        &[$(Binding { place: Place::$place, command: $command, keys: $keys, label: || msg!($label), footer: $footer }),+]
    };
}

/// Every key; the first row that fits wins.
pub const TABLE: &[KeyBinding] = keys! {
    Over Command::Back, &[Key::Esc, Key::Enter], board_do_back, Some(1);
    Learner Command::Read, &[Key::Char('r')], board_do_read_one, Some(2);
    Board Command::Open, &[Key::Enter], board_do_open, Some(3);
    Everywhere Command::Help, &[Key::Char('?')], tui_do_help, Some(4);
    Everywhere Command::Quit, &[Key::Char('q')], tui_do_quit, Some(5);
    Board Command::Sort, &[Key::Char('s')], board_do_sort, Some(6);
    Board Command::Urgent, &[Key::Char('u')], board_do_urgent, None;
    Board Command::Filter, &[Key::Char('f')], board_do_filter, Some(7);
    Board Command::Search, &[Key::Char('/')], tui_do_search, Some(8);
    Board Command::Forget, &[Key::Esc], board_do_forget, None;
    Board Command::Read, &[Key::Char('r')], board_do_read, Some(9);
    Everywhere Command::Language, &[Key::Char('l')], tui_do_language, Some(10);
    Everywhere Command::Move(Motion::Up), &[Key::Up, Key::Char('k')], tui_do_up, None;
    Everywhere Command::Move(Motion::Down), &[Key::Down, Key::Char('j')], tui_do_down, None;
    Everywhere Command::Move(Motion::PageUp), &[Key::PageUp, Key::Char('b')], tui_do_page_up, None;
    Everywhere Command::Move(Motion::PageDown), &[Key::PageDown, Key::Char(' ')], tui_do_page_down, None;
    Everywhere Command::Move(Motion::Top), &[Key::Char('g'), Key::Home], tui_do_top, None;
    Everywhere Command::Move(Motion::Bottom), &[Key::Char('G'), Key::End], tui_do_bottom, None;
    Everywhere Command::Suspend, &[Key::Ctrl('z')], tui_do_suspend, None;
    Everywhere Command::Quit, &[Key::Interrupt], tui_do_quit, None;
};

/// What `key` asks for on `page`.
#[must_use]
pub fn command(key: Key, page: Page) -> Option<Command> {
    bound(TABLE, key, |place| place.covers(page))
}

/// The rows that the footer of `page` shows, the most important first.
#[must_use]
pub fn footer(page: Page) -> Vec<&'static KeyBinding> {
    ranked(TABLE, |place| place.covers(page))
}
