//! The shell around `update` and `view`: one loop that waits for keys, window, answers and signals, draws once after
//! everything that waits is taken, and does what `update` asks. It decides nothing.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Interval, MissedTickBehavior, interval, sleep, timeout};

use super::message::{Effect, Leaving, Message};
use super::model::{Model, Saving, Size, Start};
use super::store::{Job, Keeper};
use super::terminal::Screen;
use super::theme::Looks;
use super::update::{due, update};
use crate::account::demo::World;
use crate::account::{Area, Failure, FailureKind, Scope, Snapshot, Source};
use crate::i18n::{Language, Localizer, Text};
use crate::lesson::Lesson;
use crate::look::look;
use crate::progress::Store;

/// The longest wait for the caller's identity.
const IDENTIFY_LIMIT: Duration = Duration::from_secs(30);
/// The longest wait for a whole reading of the account.
const READ_LIMIT: Duration = Duration::from_secs(90);
/// While a check runs, its seconds are shown.
const TICK: Duration = Duration::from_secs(1);

/// What the tutor needs.
pub struct App {
    /// The lesson.
    pub lesson: Arc<Lesson>,
    /// The account.
    pub source: Arc<Source>,
    /// Where progress is kept; none where there is no home.
    pub store: Option<Store>,
    /// Where the simulated account is kept; none on a real account and where there is no home.
    pub world_file: Option<PathBuf>,
    /// The language to begin with.
    pub language: Language,
    /// Colours and signs.
    pub looks: Looks,
    /// Loads the lesson with values that the learner entered.
    pub fill_in: FillIn,
}

/// Loads a lesson with these values put over those it has; or says why it can't.
pub type FillIn = Box<dyn Fn(&BTreeMap<String, String>) -> Result<Lesson, Text>>;

/// How it ended; the terminal is as it was before.
#[derive(Debug)]
pub struct Outcome {
    /// Why.
    pub ending: Ending,
    /// Why progress was not saved, where it wasn't; to be said after leaving.
    pub unsaved: Option<Text>,
}

/// Why the tutor ended.
#[derive(Debug)]
pub enum Ending {
    /// The learner left.
    Asked,
    /// The progress file can't be read: to be said on stderr. Nothing was changed.
    Unreadable(Text),
    /// A signal of this number.
    Signal(u8),
    /// The terminal failed or went away.
    Terminal(io::Error),
    /// A task panicked; the panic has been reported.
    Crashed,
}

impl Outcome {
    /// The exit status of the program.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self.ending {
            Ending::Asked => 0,
            Ending::Terminal(_) => 1,
            Ending::Unreadable(_) => 2,
            Ending::Crashed => 101,
            Ending::Signal(number) => 128 + number,
        }
    }
}

/// Runs the tutor until it ends. Wants a tokio runtime with time and IO, and a terminal on stdin and stdout.
pub async fn run(app: App) -> Outcome {
    let entered = Screen::enter(app.looks).and_then(|screen| Ok((screen.size()?, Signals::new()?, screen)));
    let (size, signals, screen) = match entered {
        Ok(entered) => entered,
        Err(error) => return Outcome { ending: Ending::Terminal(error), unsaved: None },
    };
    let mut shell = Shell::new(app, screen, size);
    let ending = shell.live(signals).await;
    shell.end(ending)
}

struct Shell {
    screen: Screen,
    model: Model,
    source: Arc<Source>,
    scope: Arc<Scope>,
    keeper: Option<Keeper>,
    world_file: Option<PathBuf>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
    tasks: JoinSet<()>,
    fill_in: FillIn,
}

impl Shell {
    fn new(app: App, screen: Screen, size: Size) -> Self {
        let (sender, inbox) = unbounded_channel();
        let start = Start {
            lesson: Arc::clone(&app.lesson),
            localizer: Localizer::new(app.language),
            zone: TimeZone::system(),
            size,
            demo: app.source.is_demo(),
            can_save: app.store.is_some(),
        };
        Self {
            screen,
            model: Model::new(start, Timestamp::now()),
            source: app.source,
            scope: Arc::new(app.lesson.scope()),
            keeper: app.store.map(|store| Keeper::start(store, sender.clone())),
            world_file: app.world_file,
            sender,
            inbox,
            tasks: JoinSet::new(),
            fill_in: app.fill_in,
        }
    }

    async fn live(&mut self, mut signals: Signals) -> Ending {
        let mut input = tokio::spawn(read_events(self.sender.clone()));
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut happened = Happened::Message(Message::Started);
        loop {
            let page = self.model.view.page;
            if let Some(ending) = self.take_all(happened) {
                return ending;
            }
            let drawn = if self.model.view.page == page { Ok(()) } else { self.screen.clear() };
            if let Err(error) = drawn.and_then(|()| self.screen.draw(&self.model)) {
                return Ending::Terminal(error);
            }
            happened = self.wait(&mut input, &mut signals, &mut ticks).await;
        }
    }

    /// Takes what happened and everything else that waits already, so that drawing once shows all of it.
    fn take_all(&mut self, first: Happened) -> Option<Ending> {
        let mut next = Some(first);
        while let Some(happened) = next {
            match happened {
                Happened::End(ending) => return Some(ending),
                Happened::Nothing => {}
                Happened::Message(message) => {
                    if let Some(ending) = self.take(message) {
                        return Some(ending);
                    }
                }
            }
            next = self.inbox.try_recv().ok().map(Happened::Message);
        }
        None
    }

    fn take(&mut self, message: Message) -> Option<Ending> {
        let effects = update(&mut self.model, message, Timestamp::now());
        effects.into_iter().find_map(|effect| self.perform(effect))
    }

    async fn wait(&mut self, input: &mut Input, signals: &mut Signals, ticks: &mut Interval) -> Happened {
        let is_moving = self.model.checks.awaited().is_some();
        let due = due(&self.model);
        if is_moving {
            ticks.reset();
        }
        tokio::select! {
            ended = input => Happened::End(ended.map_or(Ending::Crashed, Ending::Terminal)),
            Some(message) = self.inbox.recv() => Happened::Message(message),
            Some(ended) = self.tasks.join_next() => match ended {
                Err(error) if error.is_panic() => Happened::End(Ending::Crashed),
                _ => Happened::Nothing,
            },
            number = signals.next() => Happened::End(Ending::Signal(number)),
            _ = ticks.tick(), if is_moving => Happened::Message(Message::Ticked),
            () = sleep(until(due)), if due.is_some() => Happened::Message(Message::Due),
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<Ending> {
        match effect {
            Effect::Identify { number } => self.identify(number),
            Effect::Read { number } => self.read(number),
            Effect::Load { account } => self.ask(|lesson| Job::Load { account, lesson }),
            Effect::Save(progress) => self.ask(|_| Job::Save(progress)),
            Effect::FillIn { values } => {
                let filled = (self.fill_in)(&values).map(Arc::new);
                let _ = self.sender.send(Message::FilledIn(filled));
            }
            Effect::ListActions { step } => {
                // At once, before keys that were typed ahead for the list.
                let actions = self.source.actions(&step, Timestamp::now());
                return self.take(Message::Actions(actions));
            }
            Effect::Perform { action } => self.keep_world(self.source.perform(action, Timestamp::now())),
            Effect::StartOver => self.start_over(),
            Effect::Leave(Leaving::Asked) => return Some(Ending::Asked),
            Effect::Leave(Leaving::Unreadable(text)) => return Some(Ending::Unreadable(text)),
        }
        None
    }

    fn identify(&mut self, number: u64) {
        let (source, sender) = (Arc::clone(&self.source), self.sender.clone());
        self.tasks.spawn(async move {
            let now = Timestamp::now();
            let asked = timeout(IDENTIFY_LIMIT, async { (source.identify(now).await, source.region(now).await) }).await;
            let failed = |_| (Area::Failed(too_late("sts:GetCallerIdentity", IDENTIFY_LIMIT)), None);
            let (identity, region) = asked.unwrap_or_else(failed);
            // Nobody listens any more once the tutor leaves.
            let _ = sender.send(Message::Identified { number, identity, region });
        });
    }

    fn read(&mut self, number: u64) {
        let (source, scope, sender) = (Arc::clone(&self.source), Arc::clone(&self.scope), self.sender.clone());
        let lesson = Arc::clone(&self.model.lesson);
        self.tasks.spawn(async move {
            let now = Timestamp::now();
            let asked = timeout(READ_LIMIT, look(&source, &lesson, &scope, now)).await;
            let failed = |_| Snapshot::failed(now, None, &too_late("ec2:Describe*", READ_LIMIT));
            let snapshot = Box::new(asked.unwrap_or_else(failed));
            let _ = sender.send(Message::Read { number, snapshot });
        });
    }

    fn ask(&self, job: impl FnOnce(String) -> Job) {
        if let Some(keeper) = &self.keeper {
            keeper.ask(job(self.model.lesson.id.clone()));
        }
    }

    fn keep_world(&self, world: Option<World>) {
        if let (Some(world), Some(file)) = (world, self.world_file.clone()) {
            self.ask(|_| Job::SaveWorld { file, world: Box::new(world) });
        }
    }

    fn start_over(&self) {
        self.keep_world(self.source.start_over(&self.model.lesson, Timestamp::now()));
        if self.keeper.is_some() {
            self.ask(|lesson| Job::ForgetDemo { lesson });
        } else {
            let _ = self.sender.send(Message::StartedOver(Ok(())));
        }
    }

    /// Gives the terminal back first, then waits for what is still being saved. Readings are broken off.
    fn end(mut self, ending: Ending) -> Outcome {
        for effect in update(&mut self.model, Message::Ending, Timestamp::now()) {
            self.perform(effect);
        }
        drop(self.screen);
        self.tasks.abort_all();
        if let Some(keeper) = self.keeper.take() {
            keeper.finish();
        }
        while let Ok(message) = self.inbox.try_recv() {
            if matches!(message, Message::Saved(_)) {
                update(&mut self.model, message, Timestamp::now());
            }
        }
        let unsaved = match self.model.account.saving {
            Saving::Failed(text) => Some(text),
            Saving::Kept | Saving::NoHome => None,
        };
        Outcome { ending, unsaved }
    }
}

/// From now to an instant of the clock; a millisecond too long rather than too short.
fn until(due: Option<Timestamp>) -> Duration {
    let left = due.map_or(SignedDuration::ZERO, |at| at.duration_since(Timestamp::now()));
    Duration::try_from(left).unwrap_or(Duration::ZERO) + Duration::from_millis(1)
}

fn too_late(action: &str, limit: Duration) -> Failure {
    let detail = format!("timeout: {} s", limit.as_secs());
    Failure { action: action.to_owned(), kind: FailureKind::Unreachable, detail }
}

/// What ended a wait.
enum Happened {
    Message(Message),
    End(Ending),
    Nothing,
}

/// Reads the terminal's events until there are no more, and says why.
type Input = JoinHandle<io::Error>;

/// In a task of its own: the stream wakes only the task that has waited for it first, and must not be polled by hand.
async fn read_events(sender: UnboundedSender<Message>) -> io::Error {
    let mut events = EventStream::new();
    loop {
        let message = match events.next().await {
            Some(Ok(Event::Key(key))) => Some(Message::Key(key)),
            Some(Ok(Event::Paste(text))) => Some(Message::Pasted(text)),
            Some(Ok(Event::Resize(width, height))) => Some(Message::Resized(Size { width, height })),
            Some(Ok(_)) => None,
            Some(Err(error)) => return error,
            None => return io::ErrorKind::UnexpectedEof.into(),
        };
        if message.is_some_and(|message| sender.send(message).is_err()) {
            return io::ErrorKind::BrokenPipe.into();
        }
    }
}

/// The signals that ask the program to end.
struct Signals {
    terminate: Signal,
    hang_up: Signal,
    interrupt: Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// The number of the next one.
    async fn next(&mut self) -> u8 {
        tokio::select! {
            _ = self.terminate.recv() => 15,
            _ = self.hang_up.recv() => 1,
            _ = self.interrupt.recv() => 2,
        }
    }
}
