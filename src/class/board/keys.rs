//! The one table of keys: what a key does, the help page and the footer are all made from it.

use super::model::Page;
use crate::i18n::Text;
use crate::msg;
use crate::tui::key::Key;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Everything of the learner under the cursor.
    Open,
    /// Read the accounts again; on a learner's page that one.
    Read,
    /// The next of the orders.
    Sort,
    /// The next of the filters.
    Filter,
    /// The other language.
    Language,
    /// The keys.
    Help,
    /// Back to the board.
    Back,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One window up.
    PageUp,
    /// One window down.
    PageDown,
    /// To the first line.
    Top,
    /// To the last line.
    Bottom,
    /// Back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
}

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the board.
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
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it works.
    pub place: Place,
    /// What it does.
    pub command: Command,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What it does, in a few words.
    pub label: fn() -> Text,
    /// Whether the footer shows it.
    pub in_footer: Footer,
}

/// Whether the footer shows a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Footer {
    /// It does.
    Shown,
    /// The help alone does.
    Hidden,
}

use Footer::{Hidden, Shown};

macro_rules! keys {
    ($($place:ident $command:ident, $keys:expr, $label:ident, $footer:ident;)+) => {
        &[$(Binding {
            place: Place::$place, command: Command::$command, keys: $keys, label: || msg!($label), in_footer: $footer,
        }),+]
    };
}

/// Every key; the first row that fits wins.
pub const TABLE: &[Binding] = keys! {
    Over Back, &[Key::Esc, Key::Enter], board_do_back, Shown;
    Learner Read, &[Key::Char('r')], board_do_read_one, Shown;
    Board Open, &[Key::Enter], board_do_open, Shown;
    Everywhere Help, &[Key::Char('?')], tui_do_help, Shown;
    Everywhere Quit, &[Key::Char('q')], tui_do_quit, Shown;
    Board Sort, &[Key::Char('s')], board_do_sort, Shown;
    Board Filter, &[Key::Char('f')], board_do_filter, Shown;
    Board Read, &[Key::Char('r')], board_do_read, Shown;
    Everywhere Language, &[Key::Char('l')], tui_do_language, Shown;
    Everywhere Up, &[Key::Up, Key::Char('k')], tui_do_up, Hidden;
    Everywhere Down, &[Key::Down, Key::Char('j')], tui_do_down, Hidden;
    Everywhere PageUp, &[Key::PageUp, Key::Char('b')], tui_do_page_up, Hidden;
    Everywhere PageDown, &[Key::PageDown, Key::Char(' ')], tui_do_page_down, Hidden;
    Everywhere Top, &[Key::Char('g'), Key::Home], tui_do_top, Hidden;
    Everywhere Bottom, &[Key::Char('G'), Key::End], tui_do_bottom, Hidden;
    Everywhere Suspend, &[Key::Ctrl('z')], tui_do_suspend, Hidden;
    Everywhere Quit, &[Key::Interrupt], tui_do_quit, Hidden;
};

/// What `key` asks for on `page`.
#[must_use]
pub fn command(key: Key, page: Page) -> Option<Command> {
    let fits = |binding: &&Binding| binding.place.covers(page) && binding.keys.contains(&key);
    TABLE.iter().find(fits).map(|binding| binding.command)
}

/// The rows that the footer of `page` shows.
pub fn footer(page: Page) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.place.covers(page) && binding.in_footer == Shown)
}
