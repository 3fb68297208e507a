//! Every row of the table of keys does something somewhere.

use super::{LESSON, ask, now, on};
use crate::account::demo::SimulatedAccount;
use crate::tutor::key::{Button, Key, Keystroke};
use crate::tutor::keys::{Command, TABLE, command};
use crate::tutor::message::Message;
use crate::tutor::model::{Extent, Model, Page};
use crate::tutor::place::Place;
use crate::tutor::update::update;

/// After these commands on a step, in the middle of a page of a hundred lines, or of a list.
fn after(step: &str, commands: &[Command]) -> Model {
    let mut model = on(step);
    for command in commands {
        ask(&mut model, *command);
    }
    model.view.extent = Extent { lines: 100, window: 10 };
    model.view.set_top(50);
    model.view.cursor = 1;
    model
}

/// As [`after`], on a page that nothing but its name is needed for.
fn page(page: Page) -> Model {
    let mut model = after("2-4", &[]);
    model.view.page = page;
    model.view.set_top(50);
    model
}

/// A step with more than one block of code.
fn step_with_blocks() -> &'static str {
    let mut steps = LESSON.steps.iter().map(|step| step.id.as_str());
    steps.find(|step| on(step).code().len() > 1).expect("a step with blocks to turn over")
}

/// The learner in every kind of place.
fn situations() -> Vec<Model> {
    let mut actions = page(Page::Step);
    let offered = SimulatedAccount::new(&LESSON, now()).actions("1-1", now());
    update(&mut actions, Message::Actions(offered), now());
    actions.view.cursor = 1;
    let mut found = after("2-4", &[Command::Search]);
    update(&mut found, Message::Written("ALB".into()), now());
    found.view.cursor = 1;
    vec![
        after("2-4", &[]),
        after("2-2", &[Command::NextTab]),
        after("1-1", &[Command::Steps]),
        after(step_with_blocks(), &[Command::Code]),
        after("diagram", &[Command::Exercise, Command::LaterTask]),
        after("why", &[Command::Exercise]),
        after("1-1", &[Command::Note]),
        after("1-1", &[Command::Search]),
        page(Page::Welcome),
        page(Page::Account),
        page(Page::Live),
        page(Page::Map),
        page(Page::Help),
        actions,
        found,
    ]
}

/// The learner in a drill; made only where it is asked for, since an account is broken for each.
fn drills() -> Vec<Model> {
    vec![
        after("1-1", &[Command::Drill, Command::Pick(2)]),
        after("1-1", &[Command::Drill, Command::Answer]),
        drill_that_is_over(),
    ]
}

fn drill_that_is_over() -> Model {
    let mut model = after("1-1", &[Command::Drill, Command::Answer]);
    model.view.cursor = model.list_length().unwrap() - 1;
    ask(&mut model, Command::ChooseAnswer);
    model
}

/// What a key may change.
fn state(model: &Model) -> String {
    let (language, view) = (model.localizer.language(), &model.view);
    let (account, checks, load) = (&model.account, (&model.checks.running, model.checks.wanted), &model.load);
    let drill =
        model.drills.current.as_ref().map(|drilling| (drilling.pane, drilling.round.seed, drilling.round.tries));
    format!("{language:?} {view:?} {account:?} {checks:?} {load:?} {drill:?}")
}

fn stroke(key: Key) -> Keystroke {
    let button = match key {
        Key::Char(character) => Button::Char(character),
        Key::Digit(number) => Button::Char(char::from(b'0' + number)),
        Key::Enter => Button::Enter,
        Key::Esc => Button::Esc,
        Key::Tab => Button::Tab,
        Key::BackTab => return Keystroke { shift: true, ..Button::Tab.into() },
        Key::Up => Button::Up,
        Key::Down => Button::Down,
        Key::Left => Button::Left,
        Key::Right => Button::Right,
        Key::PageUp => Button::PageUp,
        Key::PageDown => Button::PageDown,
        Key::Home => Button::Home,
        Key::End => Button::End,
        Key::Ctrl(letter) => return Keystroke { ctrl: true, ..Button::Char(letter).into() },
        Key::Interrupt => return stroke(Key::Ctrl('c')),
    };
    button.into()
}

/// Whether the key asks for this row's command here, and that changes something or wants something done.
fn does_something(model: &mut Model, row: Command, key: Key) -> bool {
    let asked = command(key, model.view.page, model.account.demo);
    let is_this_row = match (row, asked) {
        (Command::Pick(_), Some(Command::Pick(_))) => true,
        (row, asked) => asked == Some(row),
    };
    if !is_this_row {
        return false;
    }
    model.view.notice = None;
    model.view.is_stale = false;
    let before = state(model);
    let effects = update(model, Message::Key(stroke(key)), now());
    model.view.is_stale = false;
    !effects.is_empty() || state(model) != before
}

#[test]
fn every_key_of_every_row_does_something_on_some_page() {
    for row in TABLE {
        // Of the numbers one is enough: there aren't nine of everything.
        let keys = if matches!(row.command, Command::Pick(_)) { &row.keys[..1] } else { row.keys };
        for key in keys {
            let fits = |model: &Model| row.place.covers(model.view.page, true);
            let all = if row.place == Place::Drill { drills() } else { situations() };
            let mut here = all.into_iter().filter(fits);
            assert!(here.any(|mut model| does_something(&mut model, row.command, *key)), "{:?} {key:?}", row.command);
        }
    }
}
