//! Conversations: lines and answers in, words out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::*;
use crate::account::resources::Identity;
use crate::account::{Area, Failure, FailureKind, Snapshot};
use crate::i18n::{Language, Localizer};
use crate::lesson::{Pack, load};
use crate::look::Assessed;
use crate::progress::Progress;
use crate::tutor::message::Leaving;
use crate::tutor::model::Start;

const ACCOUNT: &str = "123456789012";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + second).unwrap()
}

struct Talk {
    session: Session,
    clock: i64,
}

impl Talk {
    fn new() -> Self {
        let start = Start {
            lesson: Arc::new(load(&Pack::Embedded, &BTreeMap::new()).unwrap()),
            localizer: Localizer::new(Language::En),
            opening: Page::Steps,
            demo: false,
            can_save: true,
            word: None,
        };
        let mut session = Session::new(Model::new(start, at(0)));
        session.begin(at(0));
        Self { session, clock: 0 }
    }

    /// The account is known, and these steps were done before.
    fn known(passed: &[&str]) -> Self {
        let mut talk = Self::new();
        let who = Identity { account: ACCOUNT.into(), arn: format!("arn:aws:iam::{ACCOUNT}:user/taro") };
        talk.learn(Message::Identified { number: 1, identity: Area::Seen(who), region: Some("us-east-1".into()) });
        let mut progress = Progress::new(ACCOUNT, "step4");
        progress.passed = passed.iter().map(|step| ((*step).to_owned(), at(-50))).collect();
        talk.learn(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(progress) });
        talk.session.take_jobs();
        talk.session.take_speech();
        talk
    }

    fn said(&mut self) -> String {
        self.session.take_speech().written(None)
    }

    fn hear(&mut self, line: &str) -> String {
        self.clock += 1;
        self.session.hear(line, at(self.clock));
        self.said()
    }

    fn learn(&mut self, message: Message) -> String {
        self.clock += 1;
        self.session.learn(message, at(self.clock));
        self.said()
    }

    fn read(&mut self, number: u64, snapshot: Snapshot) -> String {
        let lesson = Arc::clone(&self.session.model.lesson);
        let seen = Box::new(Assessed::new(&lesson, snapshot, at(self.clock + 1)));
        self.learn(Message::Read { number, lesson, seen })
    }

    /// The number of the check that runs.
    fn running(&self) -> u64 {
        self.session.model.checks.running.unwrap().number
    }
}

fn snapshot() -> Snapshot {
    let mut snapshot = Snapshot::not_asked(at(0), Some("us-east-1".into()));
    let arn = format!("arn:aws:iam::{ACCOUNT}:user/taro");
    snapshot.identity = Area::Seen(Identity { account: ACCOUNT.into(), arn });
    snapshot
}

#[test]
fn the_first_line_waits_until_the_account_and_the_progress_are_known() {
    let mut talk = Talk::new();
    assert!(talk.session.is_busy());
    assert!(talk.said().contains("asking AWS who you are"));
    let who = Identity { account: ACCOUNT.into(), arn: format!("arn:aws:iam::{ACCOUNT}:user/taro") };
    talk.learn(Message::Identified { number: 1, identity: Area::Seen(who), region: Some("us-east-1".into()) });
    assert!(talk.session.is_busy());
    let said =
        talk.learn(Message::ProgressRead { account: ACCOUNT.into(), outcome: Ok(Progress::new(ACCOUNT, "step4")) });
    assert!(said.contains("0 of 20 steps"), "{said}");
    assert!(!talk.session.is_busy());
}

#[test]
fn before_the_first_check_the_account_is_asked_for_and_enter_answers_nothing() {
    let mut talk = Talk::known(&[]);
    let said = talk.hear("c");
    assert!(said.contains("Is this the account") && said.contains(ACCOUNT), "{said}");
    for line in ["", "n2", "c", "1", "/ALB", "2-1"] {
        assert!(talk.hear(line).to_lowercase().contains("is this the account"), "{line}");
        assert_eq!(talk.session.model.view.page, Page::Account, "{line}");
        assert_eq!(talk.session.take_jobs(), [], "{line}");
    }
    assert!(talk.session.prompt().starts_with("yes or no"));
    let said = talk.hear("はい");
    assert!(said.contains("Checking your account"), "{said}");
    assert!(talk.session.is_busy());
}

#[test]
fn a_no_reads_nothing() {
    let mut talk = Talk::known(&[]);
    talk.hear("check");
    assert!(talk.hear("n").contains("Nothing was read"));
    assert_eq!(talk.session.take_jobs(), []);
}

#[test]
fn a_check_is_told_when_it_begins_while_it_lasts_and_when_it_ends() {
    let mut talk = Talk::known(&[]);
    talk.hear("c");
    talk.hear("y");
    talk.clock += 10;
    assert!(talk.learn(Message::Ticked).contains("11 seconds so far"));
    let number = talk.running();
    let said = talk.read(number, snapshot());
    assert!(said.contains("Checked at ") && said.contains("unknown: "), "{said}");
    assert!(!talk.session.is_busy());
}

#[test]
fn what_keeps_the_account_from_being_read_is_told_once_with_what_to_do() {
    let mut talk = Talk::new();
    let failure = Failure::new("sts:GetCallerIdentity", FailureKind::CredentialsExpired, "ExpiredToken");
    let said = talk.learn(Message::Identified { number: 1, identity: Area::Failed(failure), region: None });
    assert_eq!(said.matches("have expired").count(), 1, "{said}");
    assert!(said.contains("What to do: Sign in again"), "{said}");
    assert!(!talk.session.is_busy());
    assert!(talk.hear("").contains("Section 1 of "), "the lesson can be read meanwhile");
}

#[test]
fn enter_reads_section_by_section_and_then_offers_the_check() {
    let mut talk = Talk::known(&["preflight"]);
    let first = talk.hear("");
    assert!(first.contains("Step 1-1, to do: ") && first.contains("Section 1 of "), "{first}");
    let count = talk.session.sections();
    for number in 2..=count {
        assert!(talk.session.prompt().contains("read on"));
        assert!(talk.hear("").contains(&format!("Section {number} of {count}")));
    }
    assert!(talk.session.prompt().contains("Enter: check your account"));
    assert!(talk.hear("b").contains(&format!("Section {} of {count}", count - 1)));
    assert!(talk.hear("lesson").contains("Section 1 of "));
}

#[test]
fn a_hint_in_between_does_not_lose_the_place() {
    let mut talk = Talk::known(&["preflight"]);
    talk.hear("");
    assert!(talk.hear("h").contains("Hint 1 of "));
    assert!(talk.hear("").contains("Section 2 of "));
}

#[test]
fn a_locked_step_says_what_opens_it_and_can_be_read_ahead_but_no_more() {
    let mut talk = Talk::known(&["preflight"]);
    let said = talk.hear("2-3");
    assert!(said.contains("This step is locked") && said.contains("Step 1-1 ("), "{said}");
    assert!(said.contains("You can read ahead") && said.contains("Section 1 of "), "{said}");
    let on = talk.hear("");
    assert!(on.contains("Section 2 of ") && !on.contains("This step is locked"), "{on}");
    assert!(talk.hear("h").contains("This step is locked"));
}

#[test]
fn the_glossary_can_be_looked_into_at_any_time() {
    let mut talk = Talk::known(&["preflight"]);
    assert!(talk.hear("step glossary").contains("Section 1 of "));
}

#[test]
fn what_only_the_learner_can_see_is_confirmed_and_taken_back_by_number() {
    let mut talk = Talk::known(&["preflight", "1-1", "1-2", "2-1"]);
    assert!(talk.hear("").contains("Step 2-2"));
    assert!(talk.hear("v").contains("1. your word: "));
    let said = talk.hear("1");
    assert!(said.starts_with("Confirmed: 1. "), "{said}");
    assert!(talk.hear("y 2").starts_with("Confirmed: 2. "));
    assert!(talk.hear("1").starts_with("Taken back: 1. "));
    assert!(talk.hear("y").starts_with("Confirmed: 1. "));
    assert!(talk.hear("99").contains("nothing to confirm"));
}

#[test]
fn a_word_is_looked_for_and_its_section_read() {
    let mut talk = Talk::known(&["preflight"]);
    let said = talk.hear("search Anywhere-IPv4");
    assert!(said.contains("1. Step 1-1: "), "{said}");
    let read = talk.hear("1");
    assert!(read.contains("Section 2 of ") && read.contains("Anywhere-IPv4"), "{read}");
    assert!(talk.hear("/no such word").contains("stands nowhere"));
    talk.hear("search");
    assert!(talk.session.prompt().starts_with("One line"));
    assert!(talk.hear("ANYWHERE").contains("1. Step 1-1: "));
}

#[test]
fn a_note_is_kept_left_and_deleted() {
    let mut talk = Talk::known(&["preflight"]);
    talk.hear("");
    for (lines, expected) in [
        (&["one", "", "two", "."][..], Some("one\n\ntwo")),
        (&["."], Some("one\n\ntwo")),
        (&["new", "。"], Some("new")),
        (&["-", "."], None),
    ] {
        talk.hear("w");
        for line in lines {
            talk.hear(line);
        }
        let progress = talk.session.model.account.progress.as_ref().unwrap();
        assert_eq!(progress.note("1-1"), expected, "{lines:?}");
        assert_eq!(talk.session.model.view.page, Page::Step);
    }
}

#[test]
fn the_same_answer_to_the_same_line_is_told_again() {
    let mut talk = Talk::known(&["preflight"]);
    let refused = talk.hear("99");
    assert!(refused.contains("nothing to confirm"), "{refused}");
    assert_eq!(talk.hear("99").matches("nothing to confirm").count(), 1);
    assert_eq!(talk.hear("a").matches("nothing to confirm").count(), 1);
}

#[test]
fn quit_leaves() {
    let mut talk = Talk::known(&[]);
    talk.hear("q");
    assert_eq!(talk.session.take_jobs(), [Job::Effect(Effect::Leave(Leaving::Asked))]);
    talk.session.end(at(9));
    assert_eq!(talk.said(), "Goodbye.\n");
}

#[test]
fn the_load_is_told_from_what_is_read_then() {
    let mut talk = Talk::known(&["preflight"]);
    talk.hear("live");
    let said = talk.hear("y");
    assert!(said.contains("Checking your account"), "{said}");
    let number = talk.running();
    let said = talk.read(number, snapshot());
    assert!(said.contains("No load has run yet"), "{said}");
}

#[test]
fn a_hostile_account_harms_no_line() {
    for (name, mut snapshot) in crate::hostile::poisoned().step_by(3) {
        let mut talk = Talk::known(&[]);
        talk.hear("c");
        talk.hear("y");
        let number = talk.running();
        snapshot.identity = self::snapshot().identity;
        crate::hostile::assert_text(&name, &talk.read(number, snapshot));
        let steps = talk.session.model.lesson.steps.iter().map(|step| step.id.clone());
        let lines: Vec<String> = steps.flat_map(|id| [id, "results".into()]).chain(["map".into()]).collect();
        for line in lines {
            crate::hostile::assert_text(&name, &talk.hear(&line));
        }
    }
}
