//! The load beside the lesson, by keys.

use std::time::Duration;

use jiff::Timestamp;
use test_case::test_case;

use super::*;
use crate::account::demo::SimulatedAccount;
use crate::i18n::Language;
use crate::load::{Ending, Figures, LoadEvent, RequestOutcome, Stats};
use crate::tutor::message::Leaving;
use crate::tutor::model::{DEMO_ACCOUNT, Offer, Page};

const BEFORE: &[&str] = &["preflight", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4", "3-1", "4-1", "4-2", "4-3", "4-4"];

/// An account in which everything before 4-5 is done, at the instant of the tutor's clock.
fn ready(account: &str, now: Timestamp) -> Snapshot {
    let then = now - jiff::SignedDuration::from_hours(1);
    let (mut simulated, mut clock) = (SimulatedAccount::new(&LESSON, then), then);
    for step in BEFORE {
        simulated.perform_right(step, clock);
        clock = simulated.settled_at(clock);
    }
    let mut snapshot = simulated.snapshot(now);
    snapshot.identity = Area::Seen(identity(account));
    snapshot
}

/// On step 4-5, with the account read.
pub fn checked(language: Language) -> Tutor {
    let mut tutor = Tutor::settled(language, 80, 24, BEFORE);
    tutor.keys("Enter c");
    let (number, now) = (tutor.running(), at(tutor.clock));
    tutor.read(number, ready(ACCOUNT, now));
    tutor
}

fn started(effects: &[Effect]) -> (u64, String, u32) {
    match effects {
        [Effect::StartLoad { number, plan, site }] => (*number, site.host.clone(), plan.count()),
        other => panic!("{other:?}"),
    }
}

pub fn running(language: Language) -> (Tutor, u64) {
    let mut tutor = checked(language);
    let (number, ..) = started(&tutor.keys("L L"));
    tell(&mut tutor, number, LoadEvent::Begun);
    (tutor, number)
}

fn tell(tutor: &mut Tutor, number: u64, event: LoadEvent) -> Vec<Effect> {
    tutor.send(Message::LoadTold { number, event })
}

/// Figures after so many seconds of the lesson's load, all answered well.
pub fn figures(seconds: u64) -> Box<Figures> {
    let mut stats = Stats::default();
    for due in (0..seconds * 1000).step_by(120).map(Duration::from_millis) {
        stats.sent(due, Duration::ZERO);
        let ended = due + Duration::from_millis(40);
        stats.record(&RequestOutcome { due, ended, answer: crate::load::SiteAnswer::Status(200) });
    }
    Box::new(stats.figures(Duration::from_secs(seconds)))
}

#[test]
fn it_starts_only_when_asked_for_twice_and_at_the_accounts_own_site() {
    let mut tutor = checked(Language::En);
    assert_eq!(tutor.keys("L"), []);
    assert_eq!(tutor.model.view.page, Page::Live);
    let screen = tutor.screen();
    assert!(screen.contains("4000 requests") && screen.contains("elb.amazonaws.invalid"), "{screen}");
    assert_eq!(tutor.keys("Esc L"), [], "another key in between takes it back");
    let (_, host, count) = started(&tutor.keys("L"));
    assert!(host.starts_with("ec-site-alb-"), "{host}");
    assert_eq!(count, 4000);
}

#[test]
fn without_a_reading_the_account_is_read_before_the_question() {
    let mut tutor = Tutor::settled(Language::En, 80, 24, BEFORE);
    let effects = tutor.keys("Enter L");
    assert!(matches!(effects[..], [Effect::Read { .. }]), "{effects:?}");
    let (number, now) = (tutor.running(), at(tutor.clock));
    tutor.read(number, ready(ACCOUNT, now));
    assert_eq!(tutor.model.view.notice.as_ref().map(|notice| notice.offer), Some(Offer::Load));
    started(&tutor.keys("L"));
}

#[test]
fn an_old_reading_is_not_trusted() {
    let mut tutor = checked(Language::En);
    tutor.clock += 601;
    assert!(matches!(tutor.keys("L")[..], [Effect::Read { .. }]));
}

#[test]
fn an_account_without_a_site_gets_no_load() {
    let mut tutor = Tutor::settled(Language::En, 80, 24, &["preflight"]);
    tutor.keys("Enter c");
    let number = tutor.running();
    let mut snapshot = bare_snapshot(ACCOUNT);
    snapshot.taken_at = at(tutor.clock);
    snapshot.load_balancers = Area::Seen(Vec::new());
    tutor.read(number, snapshot);
    assert_eq!(tutor.keys("L L L"), []);
    assert!(tutor.screen().contains("There is no load balancer ec-site-alb"));
}

#[test]
fn the_same_key_stops_it_on_every_page() {
    for keys in ["L", "Esc L", "s L", "? L"] {
        let (mut tutor, _) = running(Language::En);
        assert_eq!(tutor.keys(keys), [Effect::StopLoad], "{keys}");
    }
}

#[test]
fn it_goes_on_while_the_learner_reads_and_changes_the_language() {
    let (mut tutor, number) = running(Language::En);
    tutor.keys("Esc l");
    tell(&mut tutor, number, LoadEvent::Figures(figures(12)));
    assert_eq!(tutor.model.view.page, Page::Step);
    assert!(tutor.screen().contains("負荷 100/4000"), "{}", tutor.screen());
    tutor.keys("V l");
    assert!(tutor.screen().contains("Load: 100 of 4000 requests, 0:12 of 8:00"), "{}", tutor.screen());
}

#[test_case("q"; "q")]
#[test_case("^C"; "interrupt")]
#[test_case("w ^C"; "while something is written")]
fn leaving_asks_first(keys: &str) {
    let (mut tutor, _) = running(Language::En);
    tutor.keys("Esc");
    assert_eq!(tutor.keys(keys), []);
    assert!(tutor.screen().contains("still running"), "{}", tutor.screen());
    assert_eq!(tutor.keys("q"), [Effect::Leave(Leaving::Asked)]);
    assert!(tutor.send(Message::Ending).contains(&Effect::StopLoad));
}

#[test]
fn without_a_load_nothing_is_asked_on_leaving() {
    let (mut tutor, number) = running(Language::En);
    tell(&mut tutor, number, LoadEvent::Ended(Ending::Asked, figures(12)));
    assert_eq!(tutor.keys("q"), [Effect::Leave(Leaving::Asked)]);
    assert_eq!(tutor.send(Message::Ending), []);
}

#[test]
fn a_refusal_is_told_and_leaves_nothing_running() {
    let mut tutor = checked(Language::En);
    let (number, ..) = started(&tutor.keys("L L"));
    tell(&mut tutor, number, LoadEvent::Refused(crate::i18n::Text::verbatim("it answers with status 503")));
    assert!(tutor.screen().contains("it answers with status 503"));
    assert_eq!(tutor.keys("q"), [Effect::Leave(Leaving::Asked)]);
}

#[test]
fn a_finished_load_is_kept_and_passes_the_step() {
    let (mut tutor, number) = running(Language::En);
    let effects = tell(&mut tutor, number, LoadEvent::Ended(Ending::Finished, figures(480)));
    let [Effect::SaveProgress(progress)] = &effects[..] else { panic!("{effects:?}") };
    let run = progress.load.clone().expect("a run");
    assert_eq!((run.answered, run.per_target), (4000, 500));
    assert!(progress.passed.contains_key("4-5"));
    assert!(tutor.model.step_report().unwrap().checks[1].verdict.fix.is_none(), "load is passed");
}

#[test]
fn a_load_that_was_stopped_proves_nothing() {
    let (mut tutor, number) = running(Language::En);
    assert_eq!(tell(&mut tutor, number, LoadEvent::Ended(Ending::Asked, figures(300))), []);
    assert_eq!(tutor.model.account.progress.as_ref().unwrap().load, None);
}

#[test]
fn a_load_of_before_is_not_listened_to() {
    let (mut tutor, number) = running(Language::En);
    tell(&mut tutor, number, LoadEvent::Ended(Ending::Asked, figures(12)));
    let (second, ..) = started(&tutor.keys("L L"));
    tell(&mut tutor, number, LoadEvent::Figures(figures(24)));
    assert_eq!(tutor.model.load.live.as_ref().unwrap().figures.sent, 0);
    tell(&mut tutor, second, LoadEvent::Figures(figures(12)));
    assert_eq!(tutor.model.load.live.as_ref().unwrap().figures.sent, 100);
}

#[test]
fn another_account_ends_the_load() {
    let (mut tutor, _) = running(Language::En);
    tutor.keys("c");
    let number = tutor.running();
    let effects = tutor.read(number, bare_snapshot(OTHER_ACCOUNT));
    assert!(effects.contains(&Effect::StopLoad), "{effects:?}");
    assert!(tutor.model.load.live.is_none() && tutor.model.load.latest.is_none());
}

#[test]
fn starting_the_demo_over_ends_the_load() {
    let mut tutor = Tutor::of(Language::En, 80, 24, true, true);
    tutor.send(Message::Started);
    tutor.identified(1, ACCOUNT);
    tutor.send(Message::ProgressRead {
        account: DEMO_ACCOUNT.into(),
        outcome: Ok(Progress::new(DEMO_ACCOUNT, "step4")),
    });
    tutor.keys("Enter c");
    let (number, now) = (tutor.running(), at(tutor.clock));
    tutor.read(number, ready(ACCOUNT, now));
    started(&tutor.keys("L L"));
    assert!(tutor.send(Message::StartedOver(Ok(()))).contains(&Effect::StopLoad));
}
