//! What each message does to the model, and what the shell is asked to do. Pure: nothing here waits, reads or draws.

mod account;
mod caller;
mod check;
mod code;
mod demo;
mod drill;
mod exercise;
mod hand_in;
mod lesson;
mod load;
mod moving;
mod news;
mod pen;
mod progress;
mod reading;
mod search;
mod watch;
mod writing;

use jiff::{SignedDuration, Timestamp};

use super::editor::Draft;
use super::key::{Key, Keystroke};
use super::keys::{Command, command};
use super::message::{Effect, Message};
use super::model::{Model, Offer, Page, Tab};
use crate::drill::Look;

/// Nobody sees a change and answers it with a key as quickly as this: the key was meant for what stood there before.
const BLINK: SignedDuration = SignedDuration::from_millis(400);

/// Takes one message at the instant `now`.
pub fn update(model: &mut Model, message: Message, now: Timestamp) -> Vec<Effect> {
    if now < model.now {
        put_back(model, now);
    }
    model.now = now;
    let page = model.view.page;
    let is_key = matches!(message, Message::Key(_));
    let effects = match message {
        // Only the clock of a wait moves, and that is no part of the page.
        Message::Ticked => return Vec::new(),
        Message::Resized => Vec::new(),
        Message::Due => watch::look(model),
        Message::Wrote { file, written } => {
            code::wrote(model, &file, &written);
            Vec::new()
        }
        Message::HandedIn(outcome) => {
            hand_in::done(model, outcome);
            Vec::new()
        }
        Message::Started => account::start(model),
        Message::Key(stroke) => match press(model, stroke) {
            Pressed::Scrolled => return Vec::new(),
            Pressed::Done(effects) => effects,
        },
        Message::Asked(command) => match obey(model, command) {
            Pressed::Scrolled => return Vec::new(),
            Pressed::Done(effects) => effects,
        },
        Message::Pasted(text) => writing::paste(model, &text),
        Message::Typed(text) => {
            writing::typed(model, text);
            Vec::new()
        }
        Message::Written(text) => writing::written(model, &text),
        Message::Ending => [load::end(model), writing::break_off(model)].concat(),
        Message::FilledIn(outcome) => {
            account::filled_in(model, outcome);
            Vec::new()
        }
        Message::PackChanged => lesson::changed(model),
        Message::LessonRead(outcome) => lesson::read(model, outcome),
        Message::Identified { number, identity, region } => account::identified(model, number, &identity, region),
        Message::Read { number, lesson, seen } => reading::read(model, number, &lesson, *seen),
        Message::ProgressRead { account, outcome } => account::loaded(model, &account, outcome),
        Message::ProgressSaved(outcome) => {
            progress::saved(model, outcome);
            Vec::new()
        }
        Message::Actions(actions) => {
            demo::offer(model, actions);
            Vec::new()
        }
        Message::DemoNotSaved(text) => {
            progress::not_saved(model, text);
            Vec::new()
        }
        Message::StartedOver(outcome) => demo::started_over(model, outcome),
        Message::LoadTold { number, event } => load::told(model, number, event),
    };
    if !is_key && model.view.page != page && model.view.page == Page::Account {
        model.view.turned_at = Some(now);
    }
    model.view.is_stale = true;
    effects
}

/// The clock went back, as after a laptop's sleep: what counts from an instant counts from now.
fn put_back(model: &mut Model, now: Timestamp) {
    model.checks.watch.put_back(now);
    model.view.turned_at = model.view.turned_at.map(|at| at.min(now));
    if let Some(running) = &mut model.checks.running {
        running.since = running.since.min(now);
    }
}

enum Pressed {
    /// Nothing but the scroll position changed, so that the page is what it was.
    Scrolled,
    Done(Vec<Effect>),
}

fn press(model: &mut Model, stroke: Keystroke) -> Pressed {
    let was_asleep = watch::wake(model);
    if model.view.page.is_writing() {
        return Pressed::Done(writing::press(model, stroke));
    }
    let asked = Key::of(stroke).and_then(|key| command(key, model.view.page, model.account.demo));
    let pressed = match asked.filter(|command| is_meant(model, *command)) {
        Some(command) => obey(model, command),
        None => Pressed::Scrolled,
    };
    match pressed {
        Pressed::Scrolled if was_asleep => Pressed::Done(Vec::new()),
        other => other,
    }
}

/// Whether a key may mean what stands on the screen: what has just come there by itself is no answer's question yet.
fn is_meant(model: &mut Model, command: Command) -> bool {
    let has_just_turned = model.view.turned_at.is_some_and(|at| model.now.duration_since(at) < BLINK);
    if has_just_turned && let Some(notice) = &mut model.view.notice {
        notice.offer = Offer::Nothing;
    }
    !has_just_turned || model.view.page != Page::Account || command == Command::Quit
}

fn obey(model: &mut Model, command: Command) -> Pressed {
    if model.view.page.is_writing() {
        return Pressed::Done(writing::obey(model, command));
    }
    if let Command::Move(motion) = command
        && !moving::has_cursor(model)
    {
        moving::scroll(model, motion);
        return Pressed::Scrolled;
    }
    let notice = model.view.notice.take();
    let offer = notice.as_ref().map_or(Offer::Nothing, |notice| notice.offer);
    if model.view.page == Page::Step && model.view.tab == Tab::Results {
        model.checks.fresh.clear();
    }
    let effects = act(model, command, offer);
    // A look around the step that was just done doesn't take back the way on.
    if matches!(offer, Offer::NextStep | Offer::Finish) && looks_around(command) && model.view.notice.is_none() {
        model.view.notice = notice;
    }
    Pressed::Done(effects)
}

/// Whether a command only shows another side of the step.
fn looks_around(command: Command) -> bool {
    matches!(command, Command::NextTab | Command::PreviousTab | Command::Hint | Command::Full | Command::Language)
}

fn act(model: &mut Model, command: Command, offer: Offer) -> Vec<Effect> {
    match command {
        Command::CheckOrGoOn if matches!(offer, Offer::NextStep | Offer::Finish) => moving::next_step(model),
        Command::CheckOrGoOn | Command::Check if exercise::ask_first(model) => {}
        Command::CheckOrGoOn | Command::Check => {
            exercise::leave_guess(model);
            return check::want(model);
        }
        Command::Confirm => return check::confirm_next(model),
        Command::Pick(number) if model.view.page == Page::Actions => return demo::perform(model, number),
        Command::Pick(number) if model.view.page == Page::Drill => return drill::pick(model, number),
        Command::Pick(number) if model.view.page == Page::Exercise => return exercise::choose(model, number),
        Command::Pick(number) if model.view.page == Page::Found => search::open(model, number),
        Command::Pick(number) => return check::toggle(model, number),
        Command::Exercise => exercise::open(model),
        Command::NextTask => return exercise::go_on(model),
        Command::Recall => exercise::recall(model),
        Command::LaterTask => exercise::turn(model, 1),
        Command::EarlierTask => exercise::turn(model, -1),
        Command::TaskHelp => exercise::help(model),
        Command::Write => exercise::write(model),
        Command::Begin => model.view.page = Page::Steps,
        Command::Code => code::open(model),
        Command::NextCode => code::turn(model, 1),
        Command::PreviousCode => code::turn_back(model),
        Command::WriteCode => return code::write(model, offer),
        Command::CopyCode => return code::copy(model),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Note => pen::begin(model, Draft::Note { step: model.view.step }),
        Command::HandIn => return hand_in::begin(model),
        Command::Search => pen::begin(model, Draft::Search),
        Command::OpenHit => search::open_hit(model),
        Command::Perform => return demo::perform_chosen(model),
        Command::Actions => return demo::toggle_actions(model),
        Command::StartOver => return demo::start_over(model, offer),
        Command::Yes => return account::accept(model),
        Command::No => account::refuse(model),
        Command::Load => return load::toggle(model, offer),
        Command::Live => load::show(model),
        Command::Quit => return load::leave(model, offer),
        Command::Language => model.localizer = model.localizer.switched(),
        Command::NextStep => moving::next_step(model),
        Command::PreviousStep => moving::previous_step(model),
        Command::NextTab => moving::turn_tab(model, 1),
        Command::PreviousTab => moving::turn_tab(model, Tab::ALL.len() - 1),
        Command::Hint => moving::next_hint(model),
        Command::Drill => drill::open(model),
        Command::NextLook => drill::turn(model, 1),
        Command::PreviousLook => drill::turn(model, Look::ALL.len() - 1),
        Command::Answer => drill::answer(model),
        Command::ChooseAnswer => return drill::choose_chosen(model),
        Command::NewDrill => drill::another(model),
        Command::Steps => moving::toggle_steps(model),
        Command::Help => moving::toggle_help(model),
        Command::Map => moving::toggle_map(model),
        Command::Full => moving::toggle_frame(model),
        Command::Open => moving::open_chosen(model),
        Command::Jump(step) => moving::jump(model, step),
        Command::Back if model.view.page == Page::Drill => drill::back(model),
        Command::Back => moving::back(model),
        Command::Move(motion) => moving::move_cursor(model, motion),
        // They mean something only while something is written.
        Command::KeepText | Command::CancelText | Command::Undo | Command::Redo => {}
    }
    Vec::new()
}
