//! What each message does to the model, and what the shell is asked to do. Pure: nothing here waits, reads or draws.

mod account;
mod check;
mod demo;
mod exercise;
mod load;
mod moving;
mod search;
mod writing;

use jiff::Timestamp;

use crossterm::event::KeyEvent;

use super::editor::Subject;
use super::keys::{Command, Key, command};
use super::message::{Effect, Message};
use super::model::{Model, Offer, Page};
use crate::i18n::Localizer;

/// Takes one message at the instant `now`.
pub fn update(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    model.now = now;
    let place = model.view.place();
    let effects = match message {
        Message::Ticked => return Vec::new(),
        Message::Started => account::start(model),
        Message::Key(event) => match press(model, event) {
            Pressed::Scrolled => return Vec::new(),
            Pressed::Done(effects) => effects,
        },
        Message::Asked(command) => match obey(model, command) {
            Pressed::Scrolled => return Vec::new(),
            Pressed::Done(effects) => effects,
        },
        Message::Pasted(text) => {
            writing::paste(model, &text);
            Vec::new()
        }
        Message::Written(text) => writing::written(model, &text),
        Message::Ending => [load::end(model), writing::break_off(model)].concat(),
        Message::FilledIn(outcome) => {
            account::filled_in(model, outcome);
            Vec::new()
        }
        Message::Resized(size) => {
            model.view.size = size;
            Vec::new()
        }
        Message::Identified { number, identity, region } => account::identified(model, number, &identity, region),
        Message::Read { number, snapshot } => check::read(model, number, snapshot),
        Message::Loaded { account, outcome } => account::loaded(model, &account, outcome),
        Message::Saved(outcome) => {
            account::saved(model, outcome);
            Vec::new()
        }
        Message::Actions(actions) => {
            demo::offer(model, actions);
            Vec::new()
        }
        Message::WorldNotSaved(text) => {
            account::not_saved(model, text);
            Vec::new()
        }
        Message::StartedOver(outcome) => demo::started_over(model, outcome),
        Message::LoadTold { number, event } => load::told(model, number, event),
    };
    moving::lay_out(model, place);
    effects
}

enum Pressed {
    /// Nothing but the scroll position changed, so nothing needs to be laid out anew.
    Scrolled,
    Done(Vec<Effect>),
}

fn press(model: &mut Model, event: KeyEvent) -> Pressed {
    if model.view.page.is_writing() {
        return Pressed::Done(writing::press(model, event));
    }
    let asked = Key::of_event(event).and_then(|key| command(key, model.view.page, model.account.demo));
    asked.map_or(Pressed::Scrolled, |command| obey(model, command))
}

fn obey(model: &mut Model, command: Command) -> Pressed {
    if model.view.page.is_writing() {
        return Pressed::Done(writing::obey(model, command));
    }
    if moving::scroll(model, command) {
        return Pressed::Scrolled;
    }
    let offer = model.view.notice.take().map_or(Offer::Nothing, |notice| notice.offer);
    Pressed::Done(act(model, command, offer))
}

fn act(model: &mut Model, command: Command, offer: Offer) -> Vec<Effect> {
    match command {
        Command::CheckOrGoOn if offer == Offer::NextStep => moving::next_step(model),
        Command::CheckOrGoOn | Command::Check => return check::want(model),
        Command::Confirm => return check::confirm_next(model),
        Command::Pick(number) if model.view.page == Page::Actions => return demo::perform(model, number),
        Command::Pick(number) if model.view.page == Page::Exercise => return exercise::choose(model, number),
        Command::Pick(number) if model.view.page == Page::Found => search::open(model, number),
        Command::Pick(number) => return check::toggle(model, number),
        Command::Exercise => exercise::open(model),
        Command::NextTask => exercise::go_on(model),
        Command::LaterTask => exercise::turn(model, 1),
        Command::EarlierTask => exercise::turn(model, -1),
        Command::TaskHelp => exercise::help(model),
        Command::Write => exercise::write(model),
        Command::Note => writing::begin(model, Subject::Note { step: model.view.step }),
        Command::Search => writing::begin(model, Subject::Search),
        Command::OpenHit => search::open_hit(model),
        Command::Perform => return demo::perform_chosen(model),
        Command::Actions => return demo::toggle_actions(model),
        Command::StartOver => return demo::start_over(model, offer),
        Command::Yes => return account::accept(model),
        Command::No => account::refuse(model),
        Command::Load => return load::toggle(model, offer),
        Command::Live => load::show(model),
        Command::Quit => return load::leave(model, offer),
        Command::Language => model.localizer = Localizer::new(model.localizer.language().other()),
        other => moving::go(model, other),
    }
    Vec::new()
}
