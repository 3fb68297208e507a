//! The table of the tutor's keys.

use super::bindings::{Binding, bound, ranked};
use super::key::Key;
use super::page::Page;
use super::place::Place;
use crate::msg;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Check the account, or go on after a success.
    CheckOrGoOn,
    /// Check the account.
    Check,
    /// One more hint.
    Hint,
    /// The tab to the right.
    NextTab,
    /// The tab to the left.
    PreviousTab,
    /// The step after this one.
    NextStep,
    /// The step before this one.
    PreviousStep,
    /// Confirm the next statement that only the learner can tell.
    Confirm,
    /// The thing with this number: a statement to confirm or take back, an action to perform.
    Pick(u8),
    /// Open what the cursor stands on.
    Open,
    /// Open the step at this place of the lesson.
    Jump(usize),
    /// Perform what the cursor stands on.
    Perform,
    /// This is the right account.
    Yes,
    /// This is not the right account.
    No,
    /// The list of steps.
    Steps,
    /// What can be done in the simulated account.
    Actions,
    /// Start the simulated account over.
    StartOver,
    /// The other language.
    Language,
    /// The map of the account's wiring.
    Map,
    /// A fault to find.
    Drill,
    /// The look after this one.
    NextLook,
    /// The look before this one.
    PreviousLook,
    /// Say where the way is broken, or what mends it.
    Answer,
    /// Take the answer under the cursor.
    ChooseAnswer,
    /// Another drill.
    NewDrill,
    /// The keys.
    Help,
    /// The exercise of the step.
    Exercise,
    /// The next task that isn't answered.
    NextTask,
    /// Be asked guesses of an earlier day again.
    Recall,
    /// The task after this one.
    LaterTask,
    /// The task before this one.
    EarlierTask,
    /// The hint to a question, then its model answer.
    TaskHelp,
    /// Write what the task asks for.
    Write,
    /// Write a note on the step.
    Note,
    /// Write the page to hand in.
    HandIn,
    /// Look for a word.
    Search,
    /// Go where the word stands.
    OpenHit,
    /// Start the load, or stop it.
    Load,
    /// The load and what AWS makes of it.
    Live,
    /// Keep what is written.
    KeepText,
    /// Throw away what is written.
    CancelText,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// The step in the whole window, and back.
    Full,
    /// From the welcome to the steps.
    Begin,
    /// The code of the step, bare.
    Code,
    /// The block of code after this one.
    NextCode,
    /// The block of code before this one.
    PreviousCode,
    /// Write the code to a file.
    WriteCode,
    /// Put the code into the clipboard.
    CopyCode,
    /// Back to the shell that started the tutor, for a while.
    Suspend,
    /// Back to the step.
    Back,
    /// Up or down, in a text or in a list.
    Move(Motion),
    /// Leave.
    Quit,
}

/// A way up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
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
}

/// One row of the table.
pub type KeyBinding = Binding<Place, Command>;

const DIGITS: &[Key] = &[
    Key::Digit(1),
    Key::Digit(2),
    Key::Digit(3),
    Key::Digit(4),
    Key::Digit(5),
    Key::Digit(6),
    Key::Digit(7),
    Key::Digit(8),
    Key::Digit(9),
];

macro_rules! keys {
    ($($place:ident $command:expr, $keys:expr, $label:ident, $footer:expr;)+) => {
        &[$(Binding { place: Place::$place, command: $command, keys: $keys, label: || msg!($label), footer: $footer }),+]
    };
}

/// Every key; the first row that fits wins.
pub const TABLE: &[KeyBinding] = keys! {
    Step Command::CheckOrGoOn, &[Key::Enter], tui_do_check, Some(1);
    Step Command::NextStep, &[Key::Char('n'), Key::Char(']')], tui_do_next_step, Some(4);
    Step Command::PreviousStep, &[Key::Char('p'), Key::Char('[')], tui_do_previous_step, None;
    Step Command::Hint, &[Key::Char('h')], tui_do_hint, Some(5);
    Step Command::NextTab, &[Key::Tab, Key::Right], tui_do_next_tab, Some(6);
    Step Command::PreviousTab, &[Key::BackTab, Key::Left], tui_do_previous_tab, None;
    Step Command::Confirm, &[Key::Char('y')], tui_do_confirm, Some(2);
    Step Command::Pick(0), DIGITS, tui_do_confirm_number, None;
    Welcome Command::Begin, &[Key::Enter, Key::Char(' '), Key::Esc], tui_do_begin, Some(1);
    Code Command::NextCode, &[Key::Char('n'), Key::Char(']'), Key::Right], tui_do_next_code, Some(1);
    Code Command::PreviousCode, &[Key::Char('p'), Key::Char('['), Key::Left], tui_do_previous_code, None;
    Code Command::WriteCode, &[Key::Char('w')], tui_do_write_code, Some(1);
    Code Command::CopyCode, &[Key::Char('y')], tui_do_copy_code, Some(1);
    Code Command::Back, &[Key::Esc, Key::Char('v')], tui_do_back, Some(2);
    Steps Command::Open, &[Key::Enter], tui_do_open, Some(1);
    Account Command::Yes, &[Key::Char('y')], tui_do_yes, Some(1);
    Account Command::No, &[Key::Char('n'), Key::Esc], tui_do_no, Some(2);
    Actions Command::Perform, &[Key::Enter], tui_do_perform, Some(1);
    Actions Command::Pick(0), DIGITS, tui_do_perform_number, None;
    Step Command::Exercise, &[Key::Char('e')], tui_do_exercise, Some(2);
    Step Command::Code, &[Key::Char('v')], tui_do_code, Some(10);
    Step Command::Full, &[Key::Char('z')], tui_do_full, Some(11);
    Step Command::Note, &[Key::Char('w')], tui_do_note, None;
    Exercise Command::NextTask, &[Key::Enter], tui_do_next_task, Some(1);
    Exercise Command::Pick(0), DIGITS, tui_do_choose, Some(2);
    Exercise Command::Write, &[Key::Char('e'), Key::Char('w')], tui_do_write, Some(2);
    Exercise Command::TaskHelp, &[Key::Char('h')], tui_do_task_help, Some(3);
    Exercise Command::LaterTask, &[Key::Char('n'), Key::Char(']'), Key::Right], tui_do_later_task, Some(5);
    Exercise Command::EarlierTask, &[Key::Char('p'), Key::Char('['), Key::Left], tui_do_earlier_task, None;
    Found Command::OpenHit, &[Key::Enter], tui_do_open_hit, Some(1);
    Step Command::Load, &[Key::Char('L')], tui_do_load, Some(3);
    Live Command::Load, &[Key::Char('L')], tui_do_load, Some(1);
    Live Command::CheckOrGoOn, &[Key::Enter], tui_do_check, Some(2);
    Map Command::CheckOrGoOn, &[Key::Enter], tui_do_check, Some(1);
    Drill Command::ChooseAnswer, &[Key::Enter], tui_do_drill_choose, Some(1);
    Drill Command::Pick(0), DIGITS, tui_do_drill_look, Some(2);
    Drill Command::Answer, &[Key::Char('a')], tui_do_drill_answer, Some(2);
    Drill Command::NewDrill, &[Key::Char('n')], tui_do_new_drill, Some(1);
    Drill Command::NextLook, &[Key::Tab, Key::Right], tui_do_next_look, Some(4);
    Drill Command::PreviousLook, &[Key::BackTab, Key::Left], tui_do_previous_look, None;
    Drill Command::Steps, &[Key::Char('s')], tui_do_steps, Some(7);
    Drill Command::Help, &[Key::Char('?')], tui_do_help, Some(3);
    Drill Command::Back, &[Key::Esc], tui_do_back, Some(3);
    Editor Command::KeepText, &[Key::Esc], tui_do_keep, Some(1);
    Editor Command::Undo, &[Key::UNDO], tui_do_undo, Some(2);
    Editor Command::Redo, &[Key::Ctrl('r')], tui_do_redo, Some(3);
    Prompt Command::KeepText, &[Key::Enter], tui_do_take, Some(1);
    Prompt Command::CancelText, &[Key::Esc], tui_do_cancel, Some(2);
    Prompt Command::Undo, &[Key::UNDO], tui_do_undo, Some(3);
    Demo Command::Actions, &[Key::Char('d')], tui_do_actions, Some(2);
    Demo Command::Drill, &[Key::Char('D')], tui_do_drill, None;
    Demo Command::StartOver, &[Key::Char('r')], tui_do_start_over, None;
    Around Command::Check, &[Key::Char('c')], tui_do_check, None;
    Around Command::Load, &[Key::Char('L')], tui_do_load, None;
    Around Command::Live, &[Key::Char('V')], tui_do_live, None;
    Around Command::Recall, &[Key::Char('R')], tui_do_recall, None;
    Around Command::Steps, &[Key::Char('s')], tui_do_steps, Some(7);
    Around Command::Map, &[Key::Char('m')], tui_do_map, None;
    Around Command::HandIn, &[Key::Char('E')], tui_do_hand_in, None;
    Around Command::Search, &[Key::Char('/')], tui_do_search, Some(9);
    Around Command::Help, &[Key::Char('?')], tui_do_help, Some(3);
    Around Command::Back, &[Key::Esc], tui_do_back, Some(3);
    Everywhere Command::Language, &[Key::Char('l')], tui_do_language, Some(8);
    Everywhere Command::Move(Motion::Up), &[Key::Up, Key::Char('k')], tui_do_up, None;
    Everywhere Command::Move(Motion::Down), &[Key::Down, Key::Char('j')], tui_do_down, None;
    Everywhere Command::Move(Motion::PageUp), &[Key::PageUp, Key::Char('b')], tui_do_page_up, None;
    Everywhere Command::Move(Motion::PageDown), &[Key::PageDown, Key::Char(' '), Key::Char('f')], tui_do_page_down, Some(2);
    Everywhere Command::Move(Motion::Top), &[Key::Char('g'), Key::Home], tui_do_top, None;
    Everywhere Command::Move(Motion::Bottom), &[Key::Char('G'), Key::End], tui_do_bottom, None;
    Everywhere Command::Quit, &[Key::Char('q')], tui_do_quit, Some(3);
    Always Command::Suspend, &[Key::Ctrl('z')], tui_do_suspend, None;
    Always Command::Quit, &[Key::Interrupt], tui_do_quit, None;
};

/// What `key` asks for on `page`.
#[must_use]
pub fn command(key: Key, page: Page, demo: bool) -> Option<Command> {
    Some(match (bound(TABLE, key, |place| place.covers(page, demo))?, key) {
        (Command::Pick(_), Key::Digit(number)) => Command::Pick(number),
        (command, _) => command,
    })
}

/// The rows that the footer of `page` may show, the most important first.
#[must_use]
pub fn footer(page: Page, demo: bool) -> Vec<&'static KeyBinding> {
    ranked(TABLE, |place| place.covers(page, demo))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tutor::key::Button;

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        for place in Place::ALL {
            let keys: Vec<&Key> = TABLE.iter().filter(|row| row.place == place).flat_map(|row| row.keys).collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(!keys[..index].contains(key), "{place:?} {key:?}");
            }
        }
    }

    #[test]
    fn the_way_out_works_on_every_page() {
        for page in [
            Page::Step,
            Page::Steps,
            Page::Account,
            Page::Actions,
            Page::Exercise,
            Page::Found,
            Page::Map,
            Page::Drill,
            Page::Live,
            Page::Help,
        ] {
            for demo in [true, false] {
                assert_eq!(command(Key::Interrupt, page, demo), Some(Command::Quit));
                assert_eq!(command(Key::Char('q'), page, demo), Some(Command::Quit));
            }
        }
    }

    #[test]
    fn letters_are_no_commands_where_something_is_written() {
        for page in [Page::Editor, Page::Prompt] {
            for letter in (' '..='~').filter_map(|letter| Key::of(Button::Char(letter).into())) {
                assert_eq!(command(letter, page, true), None, "{letter:?}");
            }
            assert_eq!(command(Key::Interrupt, page, true), Some(Command::Quit));
        }
    }

    #[test]
    fn n_answers_the_question_about_the_account_and_goes_on_elsewhere() {
        assert_eq!(command(Key::Char('n'), Page::Account, false), Some(Command::No));
        assert_eq!(command(Key::Char('n'), Page::Step, false), Some(Command::NextStep));
        assert_eq!(command(Key::Char('c'), Page::Account, false), None);
        assert_eq!(command(Key::Char('d'), Page::Step, false), None);
        assert_eq!(command(Key::Char('d'), Page::Step, true), Some(Command::Actions));
        assert_eq!(command(Key::Digit(4), Page::Step, false), Some(Command::Pick(4)));
    }
}
