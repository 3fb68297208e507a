//! The tutor without anything to show it on.

mod borders;
mod drill;
mod guess;
mod keys;
mod reading;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;

use super::DEMO_ACCOUNT;
use super::keys::Command;
use super::message::Message;
use super::model::{Model, Page, Start};
use super::update::update;
use crate::account::Area;
use crate::account::resources::Identity;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::progress::Progress;

static LESSON: LazyLock<Arc<Lesson>> = LazyLock::new(|| Arc::new(load(&Pack::Embedded, &BTreeMap::new()).unwrap()));

fn now() -> Timestamp {
    Timestamp::from_second(1_767_225_600).unwrap()
}

/// A tutor in the demo, everything before `step` done, that step shown.
fn on(step: &str) -> Model {
    let start = Start {
        lesson: Arc::clone(&LESSON),
        localizer: Localizer::new(Language::En),
        opening: Page::Steps,
        demo: true,
        can_save: true,
        word: None,
    };
    let mut model = Model::new(start, now());
    update(&mut model, Message::Started, now());
    let identity =
        Area::Seen(Identity { account: "123456789012".into(), arn: "arn:aws:iam::123456789012:user/t".into() });
    update(&mut model, Message::Identified { number: 1, identity, region: None }, now());
    let mut progress = Progress::new(DEMO_ACCOUNT, &LESSON.id);
    let before = LESSON.steps.iter().map(|step| step.id.clone()).take_while(|id| *id != step);
    progress.passed = before.map(|id| (id, now())).collect();
    update(&mut model, Message::ProgressRead { account: DEMO_ACCOUNT.into(), outcome: Ok(progress) }, now());
    ask(&mut model, Command::Open);
    model
}

fn ask(model: &mut Model, command: Command) {
    update(model, Message::Asked(command), now());
}
