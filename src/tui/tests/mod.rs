//! The tutor without a terminal: a driver that presses keys and answers effects, and what then is on the screen.

mod account;
mod code;
mod crash;
mod day;
mod demo;
mod finish;
mod help;
mod hostile;
mod keystrokes;
mod learners;
mod lines;
mod load;
mod map;
mod rate;
mod reload;
mod scenes;
mod screens;
mod small;
mod survive;
mod watch;
mod writing;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::account::resources::{Identity, Vpc};
use crate::account::{Area, Denial, Failure, FailureKind, Snapshot};
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::look::Assessed;
use crate::progress::Progress;
use crate::signs::Signs;
use crate::terminal::{Clipboard, Colour, Looks, Size};
use crate::text::width;
use crate::tui::view;
use crate::tui::window::Window;
use crate::tutor::key::{Button, Keystroke};
use crate::tutor::message::{Effect, Message};
use crate::tutor::model::{Model, Page, Start};

pub const ACCOUNT: &str = "123456789012";
pub const OTHER_ACCOUNT: &str = "210987654321";

static LESSON: LazyLock<Arc<Lesson>> =
    LazyLock::new(|| Arc::new(load(&Pack::Embedded, &BTreeMap::new()).expect("the embedded lesson is sound")));

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + second).unwrap()
}

/// Every step before the first one with statements that only the learner can confirm.
pub const BEFORE_CLEANING: &[&str] = &["preflight", "1-1", "1-2", "2-1"];

/// A tutor in English, in the smallest usual window, whose account is known and confirmed, and where these steps are done.
pub fn settled(passed: &[&str]) -> Tutor {
    Tutor::settled(Language::En, 80, 24, passed)
}

/// The learner on this step, everything before it passed.
pub fn on(step: &str) -> Tutor {
    let passed: Vec<&str> = LESSON.steps.iter().map(|step| step.id.as_str()).take_while(|id| *id != step).collect();
    let mut tutor = settled(&passed);
    tutor.keys("Enter");
    assert_eq!(tutor.model.step().unwrap().id, step);
    tutor
}

/// A tutor under test.
pub struct Tutor {
    pub model: Model,
    pub window: Window,
    pub clock: i64,
}

impl Tutor {
    pub fn new(language: Language, width: u16, height: u16) -> Self {
        Self::of(language, width, height, false, true)
    }

    pub fn of(language: Language, width: u16, height: u16, demo: bool, can_save: bool) -> Self {
        let start = Start {
            lesson: Arc::clone(&LESSON),
            localizer: Localizer::new(language),
            opening: Page::Steps,
            demo,
            can_save,
            word: None,
        };
        Self { model: Model::new(start, at(0)), window: Window::new(Size { width, height }), clock: 0 }
    }

    /// As [`Tutor::new`], with the account known, confirmed before, and these steps passed before.
    pub fn settled(language: Language, width: u16, height: u16, passed: &[&str]) -> Self {
        let mut tutor = Self::new(language, width, height);
        tutor.send(Message::Started);
        tutor.identified(1, ACCOUNT);
        let mut progress = Progress::new(ACCOUNT, "step4");
        progress.account_confirmed = Some(at(-100));
        for step in passed {
            progress.passed.insert((*step).to_owned(), at(-50));
        }
        tutor.send(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(progress) });
        tutor
    }

    pub fn send(&mut self, message: Message) -> Vec<Effect> {
        self.clock += 1;
        self.window.take(&mut self.model, message, at(self.clock))
    }

    pub fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.clock += 1;
        self.window.resize(&mut self.model, size, at(self.clock))
    }

    pub fn identified(&mut self, number: u64, account: &str) -> Vec<Effect> {
        let identity = Area::Seen(identity(account));
        self.send(Message::Identified { number, identity, region: Some("us-east-1".into()) })
    }

    pub fn read(&mut self, number: u64, snapshot: Snapshot) -> Vec<Effect> {
        let lesson = Arc::clone(&self.model.lesson);
        let seen = Box::new(Assessed::new(&lesson, snapshot, at(self.clock + 1)));
        self.send(Message::Read { number, lesson, seen })
    }

    /// The number of the check that runs.
    pub fn running(&self) -> u64 {
        self.model.checks.running.expect("a check runs").number
    }

    pub fn press(&mut self, key: Keystroke) -> Vec<Effect> {
        self.send(Message::Key(key))
    }

    /// Types every character of `text`.
    pub fn types(&mut self, text: &str) {
        for character in text.chars() {
            self.press(Button::Char(character).into());
        }
    }

    /// Presses keys written as in `"n n Enter ? 2"`; the effects of the last one.
    pub fn keys(&mut self, keys: &str) -> Vec<Effect> {
        keys.split(' ').map(|name| self.press(key(name))).last().unwrap_or_default()
    }

    pub fn buffer(&self, colour: Colour) -> Buffer {
        self.drawn(Looks { colour, signs: Signs::All, clipboard: Clipboard::Direct })
    }

    pub fn drawn(&self, looks: Looks) -> Buffer {
        let Size { width, height } = self.window.shown.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view::draw(frame, &self.model, &self.window.shown, looks)).unwrap();
        terminal.backend().buffer().clone()
    }

    pub fn screen(&self) -> String {
        text_of(&self.buffer(Colour::On))
    }
}

/// `Enter`, `Esc`, `^C`, a letter and the like.
pub fn key(name: &str) -> Keystroke {
    let button = match name {
        "Enter" => Button::Enter,
        "Esc" => Button::Esc,
        "Tab" => Button::Tab,
        "BackTab" => return Keystroke { shift: true, ..Button::Tab.into() },
        "Space" => Button::Char(' '),
        "Up" => Button::Up,
        "Down" => Button::Down,
        "Left" => Button::Left,
        "Right" => Button::Right,
        "PgUp" => Button::PageUp,
        "PgDn" => Button::PageDown,
        "Home" => Button::Home,
        "End" => Button::End,
        control if control.starts_with('^') && control.len() == 2 => {
            let letter = control.to_ascii_lowercase().chars().nth(1).expect("a letter");
            return Keystroke { ctrl: true, ..Button::Char(letter).into() };
        }
        other => Button::Char(other.chars().next().expect("a key")),
    };
    button.into()
}

/// The screen as text: the hidden half of a wide character is left out.
pub fn text_of(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(width(symbol).max(1)).unwrap();
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

pub fn identity(account: &str) -> Identity {
    Identity { account: account.into(), arn: format!("arn:aws:iam::{account}:user/taro") }
}

/// An account in which everything can be read and nothing is there but the VPC.
pub fn bare_snapshot(account: &str) -> Snapshot {
    let mut snapshot = Snapshot::not_asked(at(0), Some("us-east-1".into()));
    snapshot.identity = Area::Seen(identity(account));
    snapshot.vpcs = Area::Seen(vec![Vpc {
        id: "vpc-0a1b2c3d".into(),
        name: Some("ec-site-vpc".into()),
        state: "available".into(),
        cidrs: vec!["10.0.0.0/16".parse().unwrap()],
        block_mode: None,
        encryption_control: None,
    }]);
    snapshot.internet_gateways = Area::Seen(Vec::new());
    snapshot.subnets = Area::Seen(Vec::new());
    snapshot.route_tables = Area::Seen(Vec::new());
    snapshot.nat_gateways = Area::Seen(Vec::new());
    snapshot.security_groups = Area::Seen(Vec::new());
    snapshot.prefix_lists = Area::Seen(Vec::new());
    snapshot.instances = Area::Seen(Vec::new());
    snapshot.instance_profile =
        Area::Denied(Denial { action: "iam:GetInstanceProfile".into(), message: "not authorized".into() });
    snapshot.images = Area::Seen(Vec::new());
    snapshot
}

pub fn expired() -> Failure {
    Failure::new("sts:GetCallerIdentity", FailureKind::CredentialsExpired, "ExpiredToken")
}
