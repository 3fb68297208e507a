//! What is asked in one wave where the last look showed the ids, and that a wrong memory is never an answer.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use test_case::test_case;

use super::lab::Lab;
use super::{ANSWERING, connected};
use crate::Reader;
use ec_site_tutor_core::account::resources::{SiteAnswer, SiteResponse};
use ec_site_tutor_core::account::{Area, Need, Scope, Snapshot};

/// Shorter than a call to a server that never answers may take, with all its tries.
pub const LIMIT: Duration = Duration::from_secs(15);
/// All calls of a look, with the site's.
pub const CALLS: usize = 7;
pub const SECOND_WAVE: [&str; 4] = ["/", "DescribeListeners", "DescribeTargetHealth", "GetMetricData"];

pub fn scope(lab: &Lab) -> Scope {
    let name = || "lab".to_owned();
    let site = Need::Site { alb: name(), port: i32::from(lab.address.port()) };
    let counts = Need::RequestCounts { alb: name(), target_group: name() };
    let needs = [Need::LoadBalancers, Need::TargetGroups, Need::ListenersOf(name()), Need::TargetHealthOf(name())];
    needs.into_iter().chain([counts, site]).collect()
}

fn reader(lab: &Lab) -> Reader {
    Reader::over(connected("http", lab.address, ANSWERING))
}

async fn look(reader: &Reader, lab: &Lab, seconds: i64) -> Snapshot {
    let now = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(seconds);
    tokio::time::timeout(LIMIT, reader.read(&scope(lab), now)).await.expect("a look ends")
}

#[track_caller]
pub fn assert_shows_the_lab(snapshot: &Snapshot, lab: &Lab) {
    let account = lab.account();
    let listeners = snapshot.listeners.map(|all| all.iter().map(|one| one.load_balancer.clone()).collect::<Vec<_>>());
    assert_eq!(listeners, Area::Seen(vec![account.load_balancer()]));
    let targets = snapshot.target_health.map(|all| all.iter().map(|one| one.target.clone()).collect::<Vec<_>>());
    assert_eq!(targets, Area::Seen(vec![format!("i-{}", account.generation)]));
    assert_eq!(snapshot.request_counts, Area::Seen(Vec::new()));
    let answered = SiteResponse { server: Some("shop".into()), ..SiteResponse::of(200) };
    assert_eq!(snapshot.site, Area::Seen(SiteAnswer::Answered(answered)));
}

#[tokio::test]
async fn a_second_look_asks_everything_before_anything_is_answered() {
    let lab = Lab::start();
    let reader = reader(&lab);
    assert_shows_the_lab(&look(&reader, &lab, 0).await, &lab);
    let cold = lab.asked();
    assert!(cold.iter().any(|asked| asked.answered_before > 0), "the ids come from the first wave: {cold:?}");
    // If any call waited for another one's answer, none would ever come.
    lab.account().held_until = cold.len();
    assert_shows_the_lab(&look(&reader, &lab, 15).await, &lab);
    let warm = lab.asked();
    assert_eq!(warm.len(), cold.len());
    assert!(warm.iter().all(|asked| asked.answered_before == 0), "{warm:?}");
}

#[test_case(false; "AWS refuses what is asked about the old ones")]
#[test_case(true; "AWS never answers to that")]
#[tokio::test]
async fn what_was_deleted_and_made_anew_is_asked_about_anew(is_silent: bool) {
    let lab = Lab::start();
    let reader = reader(&lab);
    look(&reader, &lab, 0).await;
    {
        let mut account = lab.account();
        account.generation = 2;
        account.host = "localhost";
        account.is_silent_about_others = is_silent;
    }
    assert_shows_the_lab(&look(&reader, &lab, 15).await, &lab);
    lab.asked();
    assert_shows_the_lab(&look(&reader, &lab, 30).await, &lab);
    assert_eq!(lab.asked().len(), CALLS, "the new ids are those that are remembered");
}

#[tokio::test]
async fn what_was_asked_in_another_account_is_asked_anew() {
    let lab = Lab::start();
    let reader = reader(&lab);
    look(&reader, &lab, 0).await;
    lab.asked();
    {
        let mut account = lab.account();
        account.number = "210987654321";
        // What rests on the old ids is asked before the account can be known.
        account.held_until = CALLS;
    }
    assert_shows_the_lab(&look(&reader, &lab, 15).await, &lab);
    let asked = lab.asked();
    assert_eq!(asked.len(), CALLS + SECOND_WAVE.len(), "{asked:?}");
    for action in SECOND_WAVE {
        let times: Vec<_> = asked.iter().filter(|asked| asked.action == action).collect();
        assert!(matches!(*times, [_, anew] if anew.answered_before > 0), "{action}: {asked:?}");
    }
}

#[tokio::test]
async fn an_id_that_is_too_old_is_not_asked_about() {
    let lab = Lab::start();
    let reader = reader(&lab);
    look(&reader, &lab, 0).await;
    lab.asked();
    assert_shows_the_lab(&look(&reader, &lab, 3_600).await, &lab);
    let asked = lab.asked();
    for action in SECOND_WAVE {
        let times: Vec<_> = asked.iter().filter(|asked| asked.action == action).collect();
        assert!(matches!(*times, [one] if one.answered_before > 0), "{action}: {asked:?}");
    }
}
