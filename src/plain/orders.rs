//! The one table of orders: what a typed word does, the help and the prompts are all made from it. The letters are those
//! of the keys on the screen, where a key does the same.

use crate::i18n::{Language, Localizer, Text};
use crate::msg;
use crate::tutor::model::Page;
use crate::tutor::place::Place;
use crate::tutor::search::folded;

/// What a learner can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// This is the right account.
    Yes,
    /// This is not the right account.
    No,
    /// The thing of a number: an action, an option, a place, a statement.
    Number,
    /// The next task that isn't answered.
    NextTask,
    /// The task after this one.
    LaterTask,
    /// The task before this one.
    EarlierTask,
    /// The hint to a question, then its model answer.
    TaskHelp,
    /// Be asked guesses of an earlier day again.
    Recall,
    /// Write what the task asks for.
    Write,
    /// Back from a list to the step.
    Leave,
    /// Open the step to work on.
    Open,
    /// The next section of the lesson.
    ReadOn,
    /// The section before.
    Back,
    /// The lesson from its beginning.
    Lesson,
    /// The next step.
    Next,
    /// The step before.
    Previous,
    /// Check the account.
    Check,
    /// What the last check found.
    Results,
    /// One more hint.
    Hint,
    /// Confirm what only the learner can see.
    Confirm,
    /// The exercise of the step.
    Exercise,
    /// Write a note on the step.
    Note,
    /// Write the page to hand in.
    HandIn,
    /// Look for a word.
    Search,
    /// The list of steps, or one of them.
    Steps,
    /// The commands and scripts of the lesson.
    Snippet,
    /// Start the load, or stop it.
    Load,
    /// The load and what AWS makes of it.
    Live,
    /// The learner's own wiring, in sentences.
    Map,
    /// A fault to find.
    Drill,
    /// Say where the way is broken, or what mends it.
    Answer,
    /// Another drill.
    NewDrill,
    /// Where the learner is.
    Where,
    /// Say it again.
    Again,
    /// What can be done in the simulated account.
    Actions,
    /// Start the simulated account over.
    StartOver,
    /// The other language.
    Language,
    /// The orders.
    Help,
    /// Leave.
    Quit,
}

/// One row of the table.
#[derive(Debug)]
pub struct OrderRow {
    /// Where it is understood.
    pub place: Place,
    /// What it does.
    pub order: Order,
    /// Its short form.
    pub letter: Option<char>,
    /// Its words, the one to show first, separated by commas.
    pub words: fn() -> Text,
    /// What it does, in a few words.
    pub label: fn() -> Text,
}

macro_rules! orders {
    ($($place:ident $order:ident, $letter:expr, $words:ident, $label:ident;)+) => {
        &[$(OrderRow { place: Place::$place, order: Order::$order, letter: $letter, words: || msg!($words), label: || msg!($label) }),+]
    };
}

/// Every order; the first row that fits wins.
pub const TABLE: &[OrderRow] = orders! {
    Account Yes, Some('y'), plain_words_yes, plain_do_yes;
    Account No, Some('n'), plain_words_no, plain_do_no;
    Actions Number, None, plain_words_number, plain_do_number_action;
    Actions Leave, Some('b'), plain_words_back, plain_do_leave;
    Exercise NextTask, Some('f'), plain_words_on, plain_do_next_task;
    Exercise Number, None, plain_words_number, plain_do_number_option;
    Exercise Write, Some('e'), plain_words_write, plain_do_write;
    Exercise TaskHelp, Some('h'), plain_words_hint, plain_do_task_help;
    Exercise LaterTask, Some('n'), plain_words_next, plain_do_later_task;
    Exercise EarlierTask, Some('p'), plain_words_previous, plain_do_earlier_task;
    Exercise Leave, Some('b'), plain_words_back, plain_do_leave;
    Found Number, None, plain_words_number, plain_do_number_place;
    Found Leave, Some('b'), plain_words_back, plain_do_leave;
    Drill Number, None, plain_words_number, plain_do_drill_number;
    Drill Answer, Some('e'), plain_words_answer, plain_do_drill_answer;
    Drill NewDrill, Some('n'), plain_words_another, plain_do_new_drill;
    Drill Leave, Some('b'), plain_words_back, plain_do_drill_back;
    Steps Open, Some('o'), plain_words_open, plain_do_open;
    Around ReadOn, Some('f'), plain_words_on, plain_do_on;
    Around Back, Some('b'), plain_words_back, plain_do_back;
    Around Lesson, Some('g'), plain_words_lesson, plain_do_lesson;
    Around Next, Some('n'), plain_words_next, plain_do_next;
    Around Previous, Some('p'), plain_words_previous, plain_do_previous;
    Around Check, Some('c'), plain_words_check, plain_do_check;
    Around Results, Some('v'), plain_words_results, plain_do_results;
    Around Hint, Some('h'), plain_words_hint, plain_do_hint;
    Around Confirm, Some('y'), plain_words_confirm, plain_do_confirm;
    Around Number, None, plain_words_number, plain_do_number_statement;
    Around Exercise, Some('e'), plain_words_exercise, plain_do_exercise;
    Around Recall, None, plain_words_recall, plain_do_recall;
    Around Note, Some('w'), plain_words_note, plain_do_note;
    Around HandIn, None, plain_words_hand_in, tui_do_hand_in;
    Around Search, Some('/'), plain_words_search, plain_do_search;
    Around Steps, Some('s'), plain_words_steps, plain_do_steps;
    Around Snippet, Some('x'), plain_words_snippet, plain_do_snippet;
    Around Load, None, plain_words_load, tui_do_load;
    Around Live, None, plain_words_live, tui_do_live;
    Around Map, Some('m'), plain_words_map, plain_do_map;
    Around Where, Some('i'), plain_words_where, plain_do_where;
    Demo Actions, Some('d'), plain_words_actions, plain_do_actions;
    Demo Drill, None, plain_words_drill, plain_do_drill;
    Demo StartOver, Some('r'), plain_words_start_over, plain_do_start_over;
    Everywhere Again, Some('a'), plain_words_again, plain_do_again;
    Everywhere Language, Some('l'), plain_words_language, plain_do_language;
    Everywhere Help, Some('?'), plain_words_help, plain_do_help;
    Everywhere Quit, Some('q'), plain_words_quit, plain_do_quit;
};

/// What the first row of this order says that it does.
#[must_use]
pub fn label(order: Order) -> Option<Text> {
    TABLE.iter().find(|row| row.order == order).map(|row| (row.label)())
}

/// What a typed line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing was typed.
    Nothing,
    /// An order, with what was typed after it.
    Order(Order, String),
    /// A word that means nothing here.
    Unknown(String),
}

/// The words of every row, in both languages at once: nobody should have to switch to be understood.
#[derive(Debug)]
pub struct Vocabulary(Vec<Vec<String>>);

impl Vocabulary {
    /// The words of the table.
    #[must_use]
    pub fn new() -> Self {
        let localizers = Language::ALL.map(Localizer::new);
        let words = |row: &OrderRow| {
            let spoken = localizers.iter().flat_map(|localizer| words(row, localizer));
            let letter = row.letter.map(String::from);
            spoken.map(|word| folded(&word)).chain(letter).collect()
        };
        Self(TABLE.iter().map(words).collect())
    }

    /// What `line` asks for on `page`. Letters and digits of full width mean the same as those of half width.
    #[must_use]
    pub fn understand(&self, line: &str, page: Page, demo: bool) -> Asked {
        let line = line.trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let (word, rest) = (folded(word), rest.trim());
        if word.is_empty() {
            return Asked::Nothing;
        }
        let is_number = word.chars().all(|character| character.is_ascii_digit());
        let fits = |row: &OrderRow, words: &[String]| match row.order {
            Order::Number if is_number => true,
            Order::Search if word.starts_with('/') => true,
            _ => words.contains(&word),
        };
        let rows = TABLE.iter().zip(&self.0).filter(|(row, _)| row.place.covers(page, demo));
        let order = rows.into_iter().find(|(row, words)| fits(row, words)).map(|(row, _)| row.order);
        match order {
            Some(Order::Number) if is_number => Asked::Order(Order::Number, word),
            Some(Order::Search) if word.starts_with('/') => {
                Asked::Order(Order::Search, line.chars().skip(1).collect::<String>().trim().to_owned())
            }
            Some(order) => Asked::Order(order, rest.to_owned()),
            None => Asked::Unknown(line.to_owned()),
        }
    }
}

/// The words of a row in one language, the one to show first.
#[must_use]
pub fn words(row: &OrderRow, localizer: &Localizer) -> Vec<String> {
    localizer.say(&(row.words)()).split(", ").map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use crate::tutor::keys::{Command, Motion, TABLE as KEYS};

    /// What stands for a key of the screen where there is none.
    #[derive(Debug, PartialEq, Eq)]
    enum Counterpart {
        Order(Order),
        /// The order that opens a list names the thing by its number, so that no cursor is needed.
        ByNumber,
        /// Lines are edited before they are sent, by whatever sends them.
        LineEditing,
        /// It is about the screen itself.
        Screen,
    }

    /// Without a last arm on purpose: whoever gives the screen a command decides here what listeners get.
    fn counterpart(command: Command) -> Counterpart {
        let order = match command {
            Command::CheckOrGoOn | Command::Check => Order::Check,
            Command::Hint => Order::Hint,
            Command::NextTab | Command::PreviousTab => Order::Results,
            Command::NextStep => Order::Next,
            Command::PreviousStep => Order::Previous,
            Command::Confirm => Order::Confirm,
            Command::Pick(_) | Command::NextLook | Command::PreviousLook => Order::Number,
            Command::Open => Order::Open,
            Command::Jump(_) | Command::Steps => Order::Steps,
            Command::Yes => Order::Yes,
            Command::No => Order::No,
            Command::Actions => Order::Actions,
            Command::StartOver => Order::StartOver,
            Command::Map => Order::Map,
            Command::Drill => Order::Drill,
            Command::Answer => Order::Answer,
            Command::NewDrill => Order::NewDrill,
            Command::Language => Order::Language,
            Command::Help => Order::Help,
            Command::Exercise => Order::Exercise,
            Command::NextTask => Order::NextTask,
            Command::Recall => Order::Recall,
            Command::LaterTask => Order::LaterTask,
            Command::EarlierTask => Order::EarlierTask,
            Command::TaskHelp => Order::TaskHelp,
            Command::Write => Order::Write,
            Command::Note => Order::Note,
            Command::HandIn => Order::HandIn,
            Command::Search => Order::Search,
            Command::Back => Order::Leave,
            Command::Move(Motion::Up | Motion::PageUp) => Order::Back,
            Command::Move(Motion::Down | Motion::PageDown) => Order::ReadOn,
            Command::Move(Motion::Top | Motion::Bottom) => Order::Lesson,
            Command::Load => Order::Load,
            Command::Live => Order::Live,
            Command::Quit => Order::Quit,
            Command::Perform | Command::OpenHit | Command::ChooseAnswer => return Counterpart::ByNumber,
            Command::Full | Command::Begin | Command::Code | Command::NextCode | Command::PreviousCode => {
                return Counterpart::Screen;
            }
            Command::WriteCode | Command::CopyCode | Command::Suspend => return Counterpart::Screen,
            Command::KeepText | Command::CancelText | Command::Undo | Command::Redo => return Counterpart::LineEditing,
        };
        Counterpart::Order(order)
    }

    #[test]
    fn whatever_a_key_does_on_the_screen_a_word_does_here() {
        for binding in KEYS {
            if let Counterpart::Order(order) = counterpart(binding.command) {
                assert!(TABLE.iter().any(|row| row.order == order), "{:?}: {order:?}", binding.command);
            }
        }
    }

    #[test]
    fn no_word_has_two_meanings_in_one_place() {
        let vocabulary = Vocabulary::new();
        let pages = [Page::Step, Page::Steps, Page::Account, Page::Actions, Page::Exercise, Page::Found, Page::Drill];
        for (page, demo) in pages.into_iter().flat_map(|page| [(page, true), (page, false)]) {
            let rows: Vec<_> =
                TABLE.iter().zip(&vocabulary.0).filter(|(row, _)| row.place.covers(page, demo)).collect();
            for (index, (row, words)) in rows.iter().enumerate() {
                // On a list or in an exercise, a word may mean something nearer than it does around it.
                let is_near = |row: &OrderRow| matches!(row.place, Place::Around | Place::Demo | Place::Everywhere);
                let before = rows[..index].iter().filter(|(earlier, _)| is_near(earlier) == is_near(row));
                for (earlier, taken) in before {
                    let shared = words.iter().find(|word| taken.contains(word));
                    assert_eq!(shared, None, "{:?} and {:?} on {page:?}", earlier.order, row.order);
                }
            }
        }
    }

    #[test_case("", Page::Step, &Asked::Nothing; "nothing")]
    #[test_case("　", Page::Step, &Asked::Nothing; "a space of full width")]
    #[test_case("c", Page::Step, &order(Order::Check, ""); "a letter")]
    #[test_case(" Check ", Page::Step, &order(Order::Check, ""); "a word in capitals")]
    #[test_case("ＣＨＥＣＫ", Page::Step, &order(Order::Check, ""); "full width")]
    #[test_case("確認", Page::Step, &order(Order::Check, ""); "japanese")]
    #[test_case("１２", Page::Step, &order(Order::Number, "12"); "a number of full width")]
    #[test_case("search Target Group", Page::Step, &order(Order::Search, "Target Group"); "what follows a word")]
    #[test_case("検索　ALB", Page::Step, &order(Order::Search, "ALB"); "after a space of full width")]
    #[test_case("/ALB", Page::Step, &order(Order::Search, "ALB"); "as in a pager")]
    #[test_case("n", Page::Step, &order(Order::Next, ""); "next")]
    #[test_case("n", Page::Account, &order(Order::No, ""); "no")]
    #[test_case("はい", Page::Account, &order(Order::Yes, ""); "japanese yes")]
    #[test_case("n", Page::Exercise, &order(Order::LaterTask, ""); "later task")]
    #[test_case("c", Page::Account, &Asked::Unknown("c".into()); "nothing else before the account is known")]
    #[test_case("1", Page::Account, &Asked::Unknown("1".into()); "no number either")]
    #[test_case("/ALB", Page::Account, &Asked::Unknown("/ALB".into()); "and no search")]
    #[test_case("d", Page::Step, &Asked::Unknown("d".into()); "only in the demo")]
    fn lines_are_understood(line: &str, page: Page, expected: &Asked) {
        assert_eq!(Vocabulary::new().understand(line, page, false), *expected);
    }

    fn order(order: Order, rest: &str) -> Asked {
        Asked::Order(order, rest.to_owned())
    }
}
