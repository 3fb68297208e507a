//! The shell around `update` and `view`: waits for keys, window, rows and signals, draws, has accounts read, keeps rows.

use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use ratatui::Frame;
use ratatui::layout::Rect;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use super::model::{Extents, Model, Page, Reading, Tops};
use super::update::{Effect, Message, update};
use super::view;
use super::view_choice::ViewChoice;
use crate::class::accounts::Accounts;
use crate::class::reading::{Bounds, read};
use crate::class::recorder::Recorder;
use crate::class::roster::{Roster, RosterEntry};
use crate::class::row::Row;
use crate::class::summary::{Summary, columns};
use crate::i18n::Localizer;
use crate::lesson::Lesson;
use crate::terminal::{Event, Happened, Looks, Lost, Size, Terminal};

/// How often the board looks at the clock.
const TICK: Duration = Duration::from_secs(10);

/// What the board needs.
#[derive(Debug)]
pub struct Board {
    /// What the accounts are judged by.
    pub lesson: Arc<Lesson>,
    /// Who is read; with the accounts to read, or none where the rows were given.
    pub class: Option<(Arc<Roster>, Arc<Accounts>)>,
    /// Rows that are known already, in the order to show.
    pub rows: Vec<Row>,
    /// What is known of the past.
    pub recorder: Recorder,
    /// The most accounts at once.
    pub bounds: Bounds,
    /// From when on a learner counts as stuck.
    pub limit: SignedDuration,
    /// The language to begin with, and the zone of times.
    pub localizer: Localizer,
    /// Where the order and the filter are kept from one board to the next.
    pub memory: Option<PathBuf>,
}

/// Why the board ended.
#[derive(Debug)]
pub enum BoardEnding {
    /// It was asked to.
    Asked,
    /// By a signal of this number.
    Signal(u8),
    /// The terminal failed or went away.
    Terminal(io::Error),
}

impl Board {
    /// Draws the board as it begins, before anybody is read.
    pub fn draw(mut self, frame: &mut Frame<'_>, looks: Looks) {
        let Rect { width, height, .. } = frame.area();
        view::draw(frame, &model(&mut self, Size { width, height }), looks);
    }
}

/// Shows the board until it ends. Wants a tokio runtime with time and IO, and a terminal.
pub async fn run(board: Board, looks: Looks) -> BoardEnding {
    match Terminal::enter(looks).and_then(|terminal| Ok((terminal.screen.size()?, terminal))) {
        Ok((size, terminal)) => Shell::new(board, terminal, size).live().await.unwrap_or_else(BoardEnding::Terminal),
        Err(error) => BoardEnding::Terminal(error),
    }
}

struct Shell {
    terminal: Terminal,
    model: Model,
    board: Board,
    sender: UnboundedSender<Message>,
    inbox: UnboundedReceiver<Message>,
    reading: Option<JoinHandle<()>>,
    finding: Option<JoinHandle<()>>,
}

impl Shell {
    fn new(mut board: Board, terminal: Terminal, size: Size) -> Self {
        let (sender, inbox) = unbounded_channel();
        let model = model(&mut board, size);
        Self { terminal, model, board, sender, inbox, reading: None, finding: None }
    }

    async fn live(&mut self) -> io::Result<BoardEnding> {
        let mut ticks = interval(TICK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let first = self.board.class.is_some().then_some(Effect::ReadAll);
        let mut ended = first.and_then(|effect| self.perform(effect).transpose()).transpose()?;
        while ended.is_none() {
            let model = &self.model;
            self.terminal.screen.show(|frame, looks| view::draw(frame, model, looks))?;
            let message = tokio::select! {
                happened = self.terminal.next() => match happened {
                    Happened::Event(event) => message(&event),
                    Happened::Signal(number) => return Ok(BoardEnding::Signal(number)),
                    Happened::Lost(Lost::Terminal(error)) => return Err(error),
                    Happened::Lost(Lost::Crashed(error)) => return Err(io::Error::other(error)),
                },
                message = self.inbox.recv() => message,
                _ = ticks.tick() => Some(Message::Ticked),
            };
            ended = self.take_all(message)?;
        }
        Ok(BoardEnding::Asked)
    }

    /// Takes what happened and everything else that waits already, so that drawing once shows all of it.
    fn take_all(&mut self, first: Option<Message>) -> io::Result<Option<()>> {
        let mut next = first;
        while let Some(message) = next {
            if self.take(message)?.is_some() {
                return Ok(Some(()));
            }
            next = self.waiting();
        }
        Ok(None)
    }

    /// What is there already and means something.
    fn waiting(&mut self) -> Option<Message> {
        let answer = self.inbox.try_recv().ok();
        answer.or_else(|| std::iter::from_fn(|| self.terminal.waiting()).find_map(|event| message(&event)))
    }

    fn take(&mut self, message: Message) -> io::Result<Option<()>> {
        let message = match message {
            Message::Row(row) => Message::Row(Box::new(self.board.recorder.note(*row))),
            other => other,
        };
        self.model.trouble = self.board.recorder.trouble().cloned();
        let (page, chosen) = (self.model.page, chosen(&self.model));
        let effect = update(&mut self.model, message, self.board.recorder.timeline(), Timestamp::now());
        self.model.measured(view::extents(&self.model));
        self.remember(chosen);
        if self.model.page != page {
            self.terminal.screen.clear()?;
        }
        effect.map_or(Ok(None), |effect| self.perform(effect))
    }

    /// Keeps the order and the filter, where they aren't those `before`.
    fn remember(&self, before: ViewChoice) {
        let now = chosen(&self.model);
        if let Some(file) = self.board.memory.as_deref().filter(|_| now != before) {
            now.keep(file);
        }
    }

    /// Some where the board is to end.
    fn perform(&mut self, effect: Effect) -> io::Result<Option<()>> {
        match effect {
            Effect::Quit => return Ok(Some(())),
            Effect::Suspend => {
                let size = self.terminal.suspend()?;
                return self.take(Message::Resized(size));
            }
            Effect::ReadAll => {
                let reading = self.read_all();
                replace(&mut self.reading, reading);
            }
            Effect::ReadOne(key) => {
                let finding = self.read_one(key);
                replace(&mut self.finding, finding);
            }
        }
        Ok(None)
    }

    fn read_all(&self) -> Option<JoinHandle<()>> {
        let (roster, accounts) = self.board.class.clone()?;
        let (sender, bounds) = (self.sender.clone(), self.board.bounds);
        Some(tokio::spawn(async move {
            read(&*accounts, &roster.entries, bounds, |row| match sender.send(Message::Row(Box::new(row))) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            })
            .await;
            // Nobody listens any more where this fails.
            let _ = sender.send(Message::AllRead);
        }))
    }

    fn read_one(&self, key: String) -> Option<JoinHandle<()>> {
        let (roster, accounts) = self.board.class.clone()?;
        let (sender, patience) = (self.sender.clone(), self.board.bounds.patience);
        Some(tokio::spawn(async move {
            let Some(entry) = roster.entries.iter().find(|entry| entry.key() == key) else { return };
            let report = tokio::time::timeout(patience, accounts.report(entry)).await;
            let report = report.unwrap_or_else(|_| Err(accounts.late_reason())).map(Box::new);
            let _ = sender.send(Message::Found { id: key, report });
        }))
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        replace(&mut self.reading, None);
        replace(&mut self.finding, None);
    }
}

/// Ends what was under way there.
fn replace(task: &mut Option<JoinHandle<()>>, new: Option<JoinHandle<()>>) {
    if let Some(old) = std::mem::replace(task, new) {
        old.abort();
    }
}

fn chosen(model: &Model) -> ViewChoice {
    ViewChoice { sort: model.sort, filter: model.filter }
}

fn model(board: &mut Board, size: Size) -> Model {
    let rows = std::mem::take(&mut board.rows);
    let order: Vec<String> = match &board.class {
        Some((roster, _)) => roster.entries.iter().map(RosterEntry::key).collect(),
        None => rows.iter().map(Row::key).collect(),
    };
    let now = Timestamp::now();
    let ViewChoice { sort, filter } = ViewChoice::load(board.memory.as_deref());
    let columns = columns(&board.lesson);
    let summary = Summary::of(&columns, &rows, board.recorder.timeline(), now, board.limit);
    let mut model = Model {
        title: board.lesson.title.clone(),
        columns,
        cursor: None,
        order,
        rows: rows.into_iter().map(|row| (row.key(), row)).collect::<HashMap<_, _>>(),
        summary,
        limit: board.limit,
        localizer: board.localizer.clone(),
        size,
        now,
        page: Page::Board,
        sort,
        filter,
        search: String::new(),
        is_typing: false,
        top: Tops::default(),
        extent: Extents::default(),
        reading: if board.class.is_some() { Reading::UnderWay(0) } else { Reading::Given },
        open: None,
        trouble: board.recorder.trouble().cloned(),
    };
    model.measured(view::extents(&model));
    model
}

/// What an event means here.
fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Key(stroke) => Some(Message::Key(*stroke)),
        Event::Resized(size) => Some(Message::Resized(*size)),
        Event::Pasted(_) => None,
    }
}
