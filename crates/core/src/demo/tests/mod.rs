//! The simulated account as the lesson's own checks judge it.

mod any_order;
mod cleaning;
mod fleet;
mod mishaps;
mod near_misses;
mod traffic;
mod worn;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use test_case::test_case;

use super::actions::{Offer, Purpose, table};
use super::ids::later;
use super::{SimulatedAccount, names};
use crate::account::Snapshot;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::report::{CheckReport, Report, StepReport};
use crate::text::width;
use crate::verify::Status;

/// A check that says that nobody has written the step's checks yet.
const NOT_BUILT: &str = "not-built";
/// Only advice: the step passes with it.
const HARMLESS: &[&str] = &["alb-sg-ipv6"];

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).unwrap()
}

fn start() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn judge(lesson: &Lesson, simulated: &SimulatedAccount, step: &str, now: Timestamp) -> StepReport {
    Report::assess(lesson, &simulated.snapshot(now), now).step(step).unwrap().clone()
}

/// The worst status of the step's required checks; none while nobody has written them.
fn status(lesson: &Lesson, simulated: &SimulatedAccount, step: &str, now: Timestamp) -> Option<Status> {
    let report = judge(lesson, simulated, step, now);
    let written = report.checks.iter().filter(|check| check.required && check.id != NOT_BUILT);
    written.map(|check| check.verdict.status).min()
}

/// What of a step is not passed, in words.
fn faults(report: &StepReport) -> String {
    let localizer = Localizer::new(Language::En);
    let bad = report.checks.iter().filter(|check| check.required && check.verdict.status != Status::Passed);
    let line = |check: &CheckReport| {
        format!("{} {}: {:?}: {}", report.id, check.id, check.verdict.status, localizer.say(&check.verdict.actual))
    };
    bad.map(line).collect::<Vec<_>>().join("\n")
}

fn is_good(status: Option<Status>) -> bool {
    matches!(status, None | Some(Status::Passed | Status::Manual))
}

/// The account with everything before `step` done rightly and waited for, and the instant of that.
fn before(lesson: &Lesson, step: &str) -> (SimulatedAccount, Timestamp) {
    let (mut simulated, mut now) = (SimulatedAccount::new(lesson, start()), start());
    for earlier in lesson.steps.iter().take_while(|earlier| earlier.id != step) {
        simulated.perform_right(&earlier.id, now);
        now = simulated.settled_at(now);
    }
    (simulated, now)
}

/// The step in which the lesson has `entry` done.
fn step_of<'a>(lesson: &'a Lesson, entry: &Offer) -> &'a str {
    &lesson.steps.iter().find(|step| step.topics.contains(&entry.topic)).unwrap().id
}

fn mistakes() -> impl Iterator<Item = &'static Offer> {
    table().filter(|entry| entry.purpose == Purpose::Mistake && !HARMLESS.contains(&entry.id))
}

#[test]
fn a_new_account_has_steps_0_to_3_done_and_nothing_of_step_4() {
    let (lesson, simulated) = (lesson(), SimulatedAccount::new(&lesson(), start()));
    let preflight = judge(&lesson, &simulated, "preflight", start());
    assert_eq!(preflight.status, Status::Passed, "{}", faults(&preflight));
    for step in ["1-1", "1-2", "2-3", "2-4"] {
        assert!(!is_good(status(&lesson, &simulated, step, start())), "{step}");
    }
}

#[test]
fn every_step_passes_once_its_right_action_is_done_and_awaited() {
    let lesson = lesson();
    let (mut simulated, mut now) = (SimulatedAccount::new(&lesson, start()), start());
    for step in &lesson.steps {
        simulated.perform_right(&step.id, now);
        now = simulated.settled_at(now);
        let found = status(&lesson, &simulated, &step.id, now);
        assert!(is_good(found), "{}", faults(&judge(&lesson, &simulated, &step.id, now)));
    }
}

/// The other steps need no action, or follow from an earlier one by waiting.
#[test_case("1-1")]
#[test_case("1-2")]
#[test_case("2-3")]
#[test_case("3-1")]
#[test_case("4-1")]
#[test_case("4-2")]
#[test_case("4-4")]
#[test_case("4-5")]
#[test_case("5-1")]
fn nothing_before_it_makes_a_step_pass(step: &str) {
    let lesson = lesson();
    let (simulated, now) = before(&lesson, step);
    if let Some(status) = status(&lesson, &simulated, step, now) {
        assert!(!is_good(Some(status)), "{}", faults(&judge(&lesson, &simulated, step, now)));
    }
    assert!(simulated.actions(step, now).iter().any(|action| action.right));
}

#[test]
fn a_finished_account_passes_every_step() {
    let lesson = lesson();
    let simulated = SimulatedAccount::finished(&lesson, start());
    for step in &lesson.steps {
        let report = judge(&lesson, &simulated, &step.id, start());
        assert!(is_good(status(&lesson, &simulated, &step.id, start())), "{}", faults(&report));
    }
    assert_eq!(simulated.next_change(start()), None);
}

fn offers(simulated: &SimulatedAccount, entry: &Offer, now: Timestamp) -> bool {
    simulated.actions(step_of(&lesson(), entry), now).iter().any(|action| action.id == entry.id)
}

#[test]
fn every_mistake_is_seen_and_the_right_action_repairs_it() {
    let lesson = lesson();
    for mistake in mistakes() {
        // After a right 4-5 the history proves the policy's work for good.
        let own = step_of(&lesson, mistake);
        let step = if own == "4-7" { "4-5" } else { own };
        let (mut simulated, now) = before(&lesson, step);
        if !offers(&simulated, mistake, now) {
            // The step begins with this very mistake.
            simulated.perform_right(own, now);
            assert!(offers(&simulated, mistake, now), "{} is not offered", mistake.id);
        }
        simulated.perform(mistake.id, now);
        let now = simulated.settled_at(now);
        if let Some(status) = status(&lesson, &simulated, own, now) {
            let report = judge(&lesson, &simulated, own, now);
            assert!(!is_good(Some(status)), "{} passes: {}", mistake.id, faults(&report));
        }
        simulated.perform_right(own, now);
        let now = simulated.settled_at(now);
        let report = judge(&lesson, &simulated, own, now);
        assert!(is_good(status(&lesson, &simulated, own, now)), "{} stays: {}", mistake.id, faults(&report));
    }
}

#[test]
fn every_mistake_can_be_made_good_so_that_all_steps_pass_in_the_end() {
    let lesson = lesson();
    for mistake in mistakes() {
        let (mut simulated, mut now) = before(&lesson, step_of(&lesson, mistake));
        simulated.perform(mistake.id, now);
        now = later(now, 7);
        for step in &lesson.steps {
            simulated.perform_right(&step.id, now);
            now = simulated.settled_at(now);
        }
        for step in &lesson.steps {
            let report = judge(&lesson, &simulated, &step.id, now);
            assert!(is_good(status(&lesson, &simulated, &step.id, now)), "after {}: {}", mistake.id, faults(&report));
        }
        // A load of 4-7 leaves the group large.
        simulated.perform_right("4-7", now);
        let now = simulated.settled_at(now);
        let healthy = fleet::seen(&simulated.snapshot(now)).healthy;
        assert_eq!(healthy, 1, "healthy targets after {}", mistake.id);
    }
}

#[test]
fn what_is_right_already_is_not_offered() {
    let lesson = lesson();
    let simulated = SimulatedAccount::finished(&lesson, start());
    for step in &lesson.steps {
        let rights: Vec<_> = simulated
            .actions(&step.id, start())
            .into_iter()
            .filter(|action| action.right && action.id != "load")
            .collect();
        assert!(rights.is_empty(), "{}: {rights:?}", step.id);
    }
}

#[test]
fn unknown_and_impossible_actions_do_nothing() {
    let mut simulated = SimulatedAccount::new(&lesson(), start());
    let untouched = simulated.clone();
    for id in ["", "no-such-action", "wizard", "policy", "load", "web-sg", "template"] {
        simulated.perform(id, start());
        assert_eq!(simulated, untouched, "{id}");
    }
}

#[test]
fn an_image_is_pending_with_rising_progress_until_it_is_available() {
    let lesson = lesson();
    let (mut simulated, now) = before(&lesson, "2-3");
    simulated.perform("image", now);
    let progress = |seconds| {
        let snapshot = simulated.snapshot(later(now, seconds));
        snapshot.image_snapshots.seen().unwrap().first().and_then(|snapshot| snapshot.progress)
    };
    assert_eq!([0, 2, 4, 7, 8].map(progress), [Some(0), Some(25), Some(50), Some(87), None]);
    assert_eq!(status(&lesson, &simulated, "2-3", now), Some(Status::Passed));
    assert_eq!(status(&lesson, &simulated, "2-4", now), Some(Status::Waiting));
    assert_eq!(status(&lesson, &simulated, "2-4", later(now, 8)), Some(Status::Passed));
}

#[test]
fn another_region_shows_nothing_of_the_lab_and_only_lets_the_learner_return() {
    let lesson = lesson();
    let mut simulated = SimulatedAccount::finished(&lesson, start());
    simulated.perform("region-other", start());
    assert_eq!(status(&lesson, &simulated, "1-1", start()), Some(Status::Failed));
    let ids: Vec<_> = simulated.actions("4-4", start()).iter().map(|action| action.id).collect();
    assert_eq!(ids, ["region-right"]);
    simulated.perform("nat-delete", start());
    simulated.perform("region-right", start());
    assert_eq!(status(&lesson, &simulated, "preflight", start()), Some(Status::Passed));
}

#[test]
fn next_change_misses_nothing_that_happens_by_itself() {
    let lesson = lesson();
    let (mut simulated, mut now) = (SimulatedAccount::new(&lesson, start()), start());
    let still = |simulated: &SimulatedAccount, at: Timestamp| Snapshot { taken_at: start(), ..simulated.snapshot(at) };
    for step in &lesson.steps {
        simulated.perform_right(&step.id, now);
        while let Some(next) = simulated.next_change(now) {
            assert!(next > now);
            let last = later(next, -1).max(now);
            assert_eq!(still(&simulated, last), still(&simulated, now), "between {now} and {next}");
            now = next;
        }
        assert_eq!(still(&simulated, later(now, 86_400)), still(&simulated, now), "after {}", step.id);
    }
}

#[test]
fn everything_that_it_holds_survives_saving() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state").join("demo.json");
    assert!(super::load(&file).unwrap().is_none());
    let (mut simulated, now) = before(&lesson(), "4-5");
    simulated.perform("load", now);
    super::save(&file, &simulated).unwrap();
    assert_eq!(super::load(&file).unwrap().as_ref(), Some(&simulated));
    std::fs::write(&file, "{\"started_at\":").unwrap();
    assert!(matches!(super::load(&file), Err(super::DemoStoreError::Unreadable(_))));
}

#[test]
fn a_saved_account_fits_only_the_values_that_it_was_made_with() {
    let own = BTreeMap::from([("prefix".to_owned(), "shop".to_owned())]);
    let other = load(&Pack::Embedded, &own).unwrap();
    let simulated = SimulatedAccount::new(&other, start());
    assert!(simulated.fits(&other) && !simulated.fits(&lesson()));
    assert!(status(&other, &SimulatedAccount::finished(&other, start()), "1-1", start()) == Some(Status::Passed));
}

#[test]
fn user_data_is_the_lessons_snippet_with_a_secret_of_this_account() {
    use base64::Engine as _;
    let simulated = SimulatedAccount::finished(&lesson(), start());
    let snapshot = simulated.snapshot(start());
    let template = snapshot.launch_template.seen().unwrap().clone().unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(template.user_data.unwrap()).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let snippet = lesson().snippets.en["user-data.sh"].clone();
    let secret =
        "arn:aws:secretsmanager:us-east-1:000000000000:secret:rds!cluster-5d1c9a7e-3f60-4b28-9c4e-8a2b7f0d6e13-Qw3rTy";
    assert_eq!(text, snippet.replace("<SECRET_ARN>", secret));
}

#[test]
fn every_name_is_a_value_of_the_lesson() {
    let lesson = lesson();
    for key in names::KEYS {
        assert!(lesson.values.get(key).is_some(), "{key}");
    }
}

#[test]
fn ids_of_actions_are_unique_and_labels_are_short_in_both_languages() {
    let ids: BTreeSet<_> = table().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), table().count());
    let lesson = lesson();
    for language in [Language::En, Language::Ja] {
        let localizer = Localizer::new(language);
        for step in &lesson.steps {
            let (simulated, now) = before(&lesson, &step.id);
            for action in simulated.actions(&step.id, now) {
                let label = localizer.say(&action.label);
                assert!(width(&label) <= 60, "{} cells: {label}", width(&label));
            }
        }
    }
}
