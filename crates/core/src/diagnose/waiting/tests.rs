//! Waits below, at and beyond each limit, and in words.

use super::*;
use crate::i18n::{Language, Localizer};
use crate::verify::CauseId;

fn start() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn after(doing: Doing, elapsed: SignedDuration) -> Diagnosis {
    waiting(Wait::new(doing, Some(start())), start(), start() + elapsed)
}

fn said(text: &Text, language: Language) -> String {
    Localizer::new(language).say(text)
}

#[test]
fn every_wait_is_work_until_its_limit_and_overdue_from_it_on() {
    let second = SignedDuration::from_secs(1);
    for doing in Doing::ALL {
        let limit = doing.usual().overdue_after;
        for (elapsed, wanted) in [
            (limit - second, CauseId::StillWorking),
            (limit, CauseId::Overdue),
            (limit + second, CauseId::Overdue),
            (-second, CauseId::StillWorking),
        ] {
            assert_eq!(after(doing, elapsed).cause.id, wanted, "{doing:?} after {elapsed}");
        }
    }
}

#[test]
fn what_is_overdue_says_on_what_grounds_and_where_to_look() {
    for doing in Doing::ALL {
        let found = after(doing, SignedDuration::from_hours(1));
        assert_eq!(found.evidence.len(), 1, "{doing:?}");
        assert_eq!(found.repair.first().map(|repair| repair.means), Some(Means::Console), "{doing:?}");
        let links = found.repair.iter().filter(|repair| repair.means == Means::Link).count();
        assert_eq!(links == 1, doing.usual().grounds.page().is_some(), "{doing:?}");
    }
}

#[test]
fn no_two_waits_are_said_alike() {
    for language in [Language::En, Language::Ja] {
        let mut texts: Vec<String> =
            Doing::ALL.iter().flat_map(|what| [said(&doing(*what), language), said(&next(*what), language)]).collect();
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), 2 * Doing::ALL.len());
    }
}

#[test]
fn the_time_is_said_as_far_as_aws_tells_it() {
    let minutes = SignedDuration::from_mins;
    let copying = |elapsed| after(Doing::CopyingImage, elapsed).cause.text;
    let stopping = waiting(Wait::new(Doing::StoppingInstance, None), start(), start()).cause;
    assert_eq!(stopping.id, CauseId::StillWorking);
    let (en, ja) = (Language::En, Language::Ja);
    let text = said(&copying(minutes(3)), en);
    assert!(text.ends_with("It has taken 3 min so far; usually it takes 5 to 10 min."), "{text}");
    let text = said(&copying(minutes(3)), ja);
    assert!(text.ends_with("3分たちました。ふつうは 5分から10分です。"), "{text}");
    let text = said(&copying(minutes(45)), en);
    assert!(text.ends_with("It has taken 45 min, and more than 30 min isn't normal any more."), "{text}");
    let text = said(&copying(minutes(45)), ja);
    assert!(text.contains("45分たっています") && text.contains("30分"), "{text}");
    let text = said(&copying(SignedDuration::from_secs(59)), en);
    assert!(text.contains("has just begun"), "{text}");
    let text = said(&stopping.text, en);
    assert!(text.contains("AWS doesn't say since when") && text.contains("up to 2 min"), "{text}");
    let text = said(&stopping.text, ja);
    assert!(text.contains("いつから始まったかは分かりません") && text.contains("2分以内"), "{text}");
}

#[test]
fn what_has_no_beginning_ends_with_the_thing_that_it_is_about() {
    let limit = Doing::RegisteringTarget.usual().overdue_after;
    let wait = Wait::of_subject(Doing::RegisteringTarget, Some(start()));
    let young = waiting(wait, start(), start() + limit - SignedDuration::from_secs(1)).cause;
    assert_eq!(young.id, CauseId::StillWorking);
    let text = said(&young.text, Language::En);
    assert!(
        text.contains("AWS doesn't say since when") && text.contains("in 10 min: EC2 console > Target Groups"),
        "{text}"
    );
    let old = waiting(wait, start(), start() + limit).cause;
    assert_eq!(old.id, CauseId::Overdue);
    let text = said(&old.text, Language::En);
    assert!(text.contains("the instance was launched 10 min ago") && !text.contains("It has taken"), "{text}");
    assert!(said(&old.text, Language::Ja).contains("起動から 10分たっています"));
    assert_eq!(WaitReport::from(wait).since, None, "nobody draws how far it is");
}

#[test]
fn what_was_seen_to_wait_has_waited_since_then_at_least() {
    let wait = Wait::new(Doing::CreatingNetwork, None);
    let later = |minutes| start() + SignedDuration::from_mins(minutes);
    assert_eq!(waiting(wait, start(), later(9)).cause.id, CauseId::StillWorking);
    assert_eq!(waiting(wait, start(), later(10)).cause.id, CauseId::Overdue);
    assert_eq!(waiting(wait, later(10), later(10)).cause.id, CauseId::StillWorking);
}
