//! Does what `update` asks: calls to AWS, files, the simulated account; the answers come back as messages. Every shell
//! around the model works through this. It decides nothing and shows nothing.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::background::Background;
use super::ending::{App, Ending};
use super::message::{Effect, Existing, HandIn, Leaving, Message, Written};
use super::model::{Model, Saving};
use super::pack_watch;
use super::store::{Keeper, StoreJob};
use super::update::update;
use crate::account::demo::SimulatedAccount;
use crate::account::{Area, Failure, FailureKind, Scope, Snapshot, Source};
use crate::cleanup;
use crate::evidence::{self, Material, Numbers};
use crate::files::{create, replace};
use crate::i18n::Text;
use crate::lesson::{Lesson, Pack, Prices, load};
use crate::load::{Destination, Handle, Plan, Site, Subject, begin};
use crate::look::{Assessed, look};
use crate::msg;

/// The longest wait for the caller's identity.
const IDENTIFY_LIMIT: Duration = Duration::from_secs(30);
/// The longest wait for a whole reading of the account.
const READ_LIMIT: Duration = Duration::from_secs(90);

/// Performs effects and collects their answers.
#[derive(Debug)]
pub struct Performer {
    lesson: Arc<Lesson>,
    source: Arc<Source>,
    scope: Arc<Scope>,
    background: Background,
    keeper: Option<Keeper>,
    simulated_file: Option<PathBuf>,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
    tasks: JoinSet<()>,
    pack: Pack,
    own_values: BTreeMap<String, String>,
    own_prices: Prices,
    endpoint: Option<String>,
    /// What holds the load, while one runs.
    handle: Option<Handle>,
}

impl Performer {
    /// A performer for `app`, with nothing to do yet.
    #[must_use]
    pub fn new(app: App) -> Self {
        let (sender, inbox) = unbounded_channel();
        Self {
            scope: Arc::new(app.lesson.scope()),
            lesson: app.lesson,
            source: app.source,
            background: app.background,
            keeper: app.store.map(|store| Keeper::start(store, sender.clone())),
            simulated_file: app.simulated_file,
            sender,
            inbox,
            tasks: JoinSet::new(),
            pack: app.pack,
            own_values: app.own_values,
            own_prices: app.own_prices,
            endpoint: app.endpoint,
            handle: None,
        }
    }

    /// Tells when files of the lesson change. The pack within the program can't, so nothing looks for it then.
    pub fn watch_pack(&mut self) {
        if self.pack.stamp().is_some() {
            self.tasks.spawn(pack_watch::watch(self.pack.clone(), self.sender()));
        }
    }

    /// For whatever else has messages to send, such as a keyboard.
    #[must_use]
    pub fn sender(&self) -> UnboundedSender<Message> {
        self.sender.clone()
    }

    /// The next message.
    ///
    /// # Errors
    /// A task panicked; the panic has been reported.
    pub async fn next(&mut self) -> Result<Message, Ending> {
        loop {
            tokio::select! {
                Some(message) = self.inbox.recv() => return Ok(message),
                Some(ended) = self.tasks.join_next() => match ended {
                    Err(error) if error.is_panic() => return Err(Ending::Crashed),
                    Ok(()) | Err(_) => {}
                },
            }
        }
    }

    /// A message that is there already.
    pub fn waiting(&mut self) -> Option<Message> {
        self.inbox.try_recv().ok()
    }

    /// Does what is asked, or begins to; an ending where that is to leave.
    pub fn perform(&mut self, effect: Effect) -> Option<Ending> {
        match effect {
            Effect::Identify { number } => self.identify(number),
            Effect::Read { number, with_leftovers } => self.read(number, with_leftovers),
            Effect::ReadProgress { account } => self.ask(|lesson| StoreJob::ReadProgress { account, lesson }),
            Effect::SaveProgress(progress) => self.ask(|_| StoreJob::SaveProgress(progress)),
            Effect::FillIn { values } => self.fill_in(values),
            Effect::ReadLesson { values } => self.read_lesson(values),
            Effect::ListActions { step } => {
                let _ = self.sender.send(self.actions(&step));
            }
            Effect::Perform { action } => self.keep_demo(self.source.perform(action, Timestamp::now())),
            Effect::StartOver => self.start_over(),
            Effect::WriteFile { name, text, existing } => self.write_file(&name, &text, existing),
            Effect::HandIn(made_of) => {
                let _ = self.sender.send(Message::HandedIn(self.hand_in(*made_of)));
            }
            // They are for the one who has the screen.
            Effect::Edit(_) | Effect::Copy(_) | Effect::Suspend => {}
            Effect::StartLoad { number, plan, site } => self.start_load(number, plan, site),
            Effect::StopLoad => {
                drop(self.handle.take());
                self.keep_demo(self.source.end_load(Timestamp::now()));
            }
            Effect::Leave(Leaving::Asked) => return Some(Ending::Asked),
            Effect::Leave(Leaving::Unreadable(text)) => return Some(Ending::Unreadable(text)),
        }
        None
    }

    fn write_file(&self, name: &str, text: &str, existing: Existing) {
        let file = std::env::current_dir().unwrap_or_default().join(name);
        let done = match existing {
            Existing::Keep => create(&file, text.as_bytes()),
            Existing::Replace => replace(&file, text.as_bytes()),
        };
        let written = match done {
            Ok(()) => Written::Done,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Written::Exists,
            Err(error) => Written::Failed(error.to_string()),
        };
        let _ = self.sender.send(Message::Wrote { file: file.display().to_string(), written });
    }

    /// Writes the page, in the place of an older page but of nothing else; its name.
    fn hand_in(&self, made_of: HandIn) -> Result<String, Text> {
        let HandIn { snapshot, record, language, utc_offset, now } = made_of;
        let entered = record.values.iter().map(|(name, entry)| (name.clone(), entry.text.clone()));
        let entered = entered.filter(|(_, value)| !value.is_empty());
        let values = self.own_values.clone().into_iter().chain(entered).collect();
        let (simulated, numbers) = (self.source.is_demo(), Numbers::Whole);
        let lesson: &Lesson = &self.lesson;
        let material = Material { lesson, snapshot, record, values, language, utc_offset, now, simulated, numbers };
        let mut evidence = evidence::gather(material).map_err(|error| error.text())?;
        evidence.endpoint.clone_from(&self.endpoint);
        let page = evidence::write(lesson, &evidence).map_err(|error| error.text())?;
        let file = std::env::current_dir().unwrap_or_default().join(evidence.file_name());
        let name = file.display().to_string();
        let is_page = |found: &Metadata| found.is_file() && fs::read(&file).is_ok_and(|old| evidence::is_page(&old));
        if fs::symlink_metadata(&file).is_ok_and(|found| !is_page(&found)) {
            return Err(msg!(evidence_in_the_way, file = name));
        }
        let failed = |error: io::Error| msg!(file_not_written, file = &name, error = error.to_string());
        replace(&file, page.as_bytes()).map_err(failed)?;
        Ok(name)
    }

    /// What can be done in the simulated account in a step.
    #[must_use]
    pub fn actions(&self, step: &str) -> Message {
        Message::Actions(self.source.actions(step, Timestamp::now()))
    }

    fn identify(&mut self, number: u64) {
        let (source, sender) = (Arc::clone(&self.source), self.sender.clone());
        self.background.run(&mut self.tasks, async move {
            let now = Timestamp::now();
            let asked = timeout(IDENTIFY_LIMIT, async { (source.identify(now).await, source.region(now).await) }).await;
            let failed = |_| (Area::Failed(too_late("sts:GetCallerIdentity", IDENTIFY_LIMIT)), None);
            let (identity, region) = asked.unwrap_or_else(failed);
            // Nobody listens any more once the tutor leaves.
            let _ = sender.send(Message::Identified { number, identity, region });
        });
    }

    fn read(&mut self, number: u64, with_leftovers: bool) {
        let (source, sender) = (Arc::clone(&self.source), self.sender.clone());
        let scope = if with_leftovers { Arc::new(self.whole_scope()) } else { Arc::clone(&self.scope) };
        let lesson = Arc::clone(&self.lesson);
        self.background.run(&mut self.tasks, async move {
            let now = Timestamp::now();
            let asked = timeout(READ_LIMIT, Box::pin(look(&source, &lesson, &scope, Timestamp::now))).await;
            let failed = |_| {
                let snapshot = Snapshot::failed(now, None, &too_late("ec2:Describe*", READ_LIMIT));
                Assessed::new(&lesson, snapshot, Timestamp::now())
            };
            let seen = Box::new(asked.unwrap_or_else(failed));
            let _ = sender.send(Message::Read { number, lesson, seen });
        });
    }

    /// All that the checks ask for, and what cleaning up is about.
    fn whole_scope(&self) -> Scope {
        let more = cleanup::scope(&self.lesson.lab);
        self.scope.iter().chain(more.iter()).cloned().collect()
    }

    fn start_load(&mut self, number: u64, plan: Plan, site: Site) {
        let subject = Subject::of(&self.lesson.values).filter(|_| self.source.is_demo());
        let place = match subject {
            Some(subject) => Destination::Demo(Arc::clone(&self.source), Box::new(subject)),
            None => Destination::Own(site),
        };
        self.keep_demo(self.source.begin_load(Timestamp::now()));
        let sender = self.sender.clone();
        let (handle, load) = begin(plan, place, move |event| sender.send(Message::LoadTold { number, event }).is_ok());
        self.handle = Some(handle);
        self.tasks.spawn(load);
    }

    /// From now on the account is judged by the lesson with these values in it.
    fn fill_in(&mut self, entered: BTreeMap<String, String>) {
        let outcome = self.load(entered);
        if let Ok(lesson) = &outcome {
            self.take_lesson(lesson);
        }
        let _ = self.sender.send(Message::FilledIn(outcome));
    }

    /// From now on the account is read for the new lesson; progress belongs to the old one's id, so that one must stay.
    fn read_lesson(&mut self, entered: BTreeMap<String, String>) {
        let outcome = self.load(entered).and_then(|lesson| {
            if lesson.id == self.lesson.id { Ok(lesson) } else { Err(msg!(lesson_other_id, id = &lesson.id)) }
        });
        if let Ok(lesson) = &outcome {
            self.take_lesson(lesson);
        }
        let _ = self.sender.send(Message::LessonRead(outcome));
    }

    fn take_lesson(&mut self, lesson: &Arc<Lesson>) {
        self.scope = Arc::new(lesson.scope());
        self.lesson = Arc::clone(lesson);
    }

    /// The lesson as the files are now. What the learner enters in the tutor counts more than the settings: it was said
    /// later.
    fn load(&self, entered: BTreeMap<String, String>) -> Result<Arc<Lesson>, Text> {
        let values = self.own_values.clone().into_iter().chain(entered).collect();
        let lesson = load(&self.pack, &values).map_err(|error| error.text())?;
        Ok(Arc::new(Lesson { prices: lesson.prices.under(&self.own_prices), ..lesson }))
    }

    fn ask(&self, job: impl FnOnce(String) -> StoreJob) {
        if let Some(keeper) = &self.keeper {
            keeper.ask(&self.lesson, job(self.lesson.id.clone()));
        }
    }

    fn keep_demo(&self, simulated: Option<SimulatedAccount>) {
        if let (Some(simulated), Some(file)) = (simulated, self.simulated_file.clone()) {
            self.ask(|_| StoreJob::SaveDemo { file, simulated: Box::new(simulated) });
        }
    }

    fn start_over(&self) {
        self.keep_demo(self.source.start_over(&self.lesson, Timestamp::now()));
        if self.keeper.is_some() {
            self.ask(|lesson| StoreJob::ForgetDemo { lesson });
        } else {
            let _ = self.sender.send(Message::StartedOver(Ok(())));
        }
    }

    /// Keeps what is being written, breaks readings off and waits for what is still being saved; why progress was not saved, where it wasn't.
    pub fn finish(mut self, model: &mut Model) -> Option<Text> {
        for effect in update(model, Message::Ending, Timestamp::now()) {
            self.perform(effect);
        }
        self.tasks.abort_all();
        if let Some(keeper) = self.keeper.take() {
            keeper.finish();
        }
        while let Some(message) = self.waiting() {
            if matches!(message, Message::ProgressSaved(_)) {
                update(model, message, Timestamp::now());
            }
        }
        match &model.account.saving {
            Saving::Failed(text) => Some(text.clone()),
            Saving::Kept | Saving::NoHome => None,
        }
    }
}

fn too_late(action: &str, limit: Duration) -> Failure {
    let detail = format!("timeout: {} s", limit.as_secs());
    Failure::new(action, FailureKind::Unreachable, detail)
}
