//! The finished lab where one thing is otherwise: what is wrong is seen, and what AWS does by itself is not wrong.

use std::sync::{MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::support::lab_front::Lab;
use crate::support::shop::Shop;
use crate::support::sky::{Activity, Health, Sky};
use crate::support::tutor::{Checked, check, check_at_home, home_with, text, tutor};
use crate::whole_lab::FINISHED;

const DONE: i32 = 0;
const NOT_DONE: i32 = 1;

/// The finished lab with another sky above it, for as long as this lives.
pub struct Changed {
    pub lab: MutexGuard<'static, Lab>,
    before: Sky,
}

impl Changed {
    pub fn by(change: impl FnOnce(&mut Sky)) -> Self {
        let lab = FINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        let before = lab.sky().clone();
        change(&mut lab.sky());
        Self { lab, before }
    }

    fn check(&self, steps: &[&str]) -> Checked {
        check(&self.lab.account, steps)
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        *self.lab.sky() = self.before.clone();
    }
}

#[track_caller]
fn assert_verdict(checked: &Checked, step: &str, id: &str, status: &str, cause: Option<&str>) {
    let check = checked.check(step, id);
    assert_eq!((text(&check["status"]), checked.cause(step, id)), (status, cause), "{check:#}");
}

#[test]
fn a_draining_target_whose_instance_is_listed_no_more_takes_nothing_away() {
    let changed = Changed::by(|sky| {
        sky.healths.insert("i-0123456789abcdef0".to_owned(), Health::Draining);
    });
    let checked = changed.check(&["4-3", "practice"]);
    assert_eq!(checked.exit, DONE, "{:#}", checked.document);
}

#[test]
fn a_quiet_night_with_an_alarm_that_rings_and_no_points_takes_nothing_away() {
    let changed = Changed::by(|sky| sky.points.clear());
    let low = changed.lab.sky().alarms.iter().find(|name| name.contains("AlarmLow")).cloned().expect("two alarms");
    let form = format!("Action=SetAlarmState&Version=2010-08-01&AlarmName={low}&StateReason=idle&StateValue=ALARM");
    changed.lab.query("monitoring", &form);
    let checked = changed.check(&[]);
    assert_eq!(checked.exit, DONE, "{:#}", checked.document);
    assert!(text(&checked.check("4-6", "alarm-low")["actual"]).contains("ALARM)"), "{:#}", checked.step("4-6"));
}

#[test]
fn a_capacity_raised_by_hand_is_no_scale_out() {
    let changed = Changed::by(|sky| {
        sky.history.truncate(1);
        sky.history.push(Activity::by_hand("i-0123456789abcdef0", Timestamp::now() - SignedDuration::from_mins(30)));
    });
    let checked = changed.check(&["4-5", "4-7"]);
    assert_verdict(&checked, "4-7", "scale-out", "failed", Some("changed-by-hand"));
    assert_verdict(&checked, "4-5", "load", "waiting", None);
    assert_eq!(checked.exit, NOT_DONE);
}

#[test]
fn a_launch_by_the_policy_of_another_name_is_no_scale_out() {
    let changed = Changed::by(|sky| {
        for activity in &mut sky.history {
            activity.cause = activity.cause.replace("RequestCountPolicy", "RequestCountPolicy2");
        }
    });
    assert_verdict(&changed.check(&["4-7"]), "4-7", "scale-out", "failed", Some("load-too-small"));
}

#[test]
fn a_load_at_the_target_is_too_small_and_one_above_it_is_enough() {
    for (minutes, count, status, cause) in [
        (2, 25.0, "waiting", Some("still-working")),
        (60, 25.0, "failed", Some("load-too-small")),
        (60, 26.0, "passed", None),
        // Older than what is asked for.
        (200, 498.0, "waiting", None),
    ] {
        let changed = Changed::by(|sky| {
            sky.history.truncate(1);
            sky.points.truncate(1);
            sky.points[0].at = Timestamp::now() - SignedDuration::from_mins(minutes);
            sky.points[0].count = count;
        });
        assert_verdict(&changed.check(&["4-5"]), "4-5", "load", status, cause);
    }
}

#[test]
fn requests_that_another_target_group_got_are_no_load() {
    let changed = Changed::by(|sky| {
        sky.history.truncate(1);
        sky.points.truncate(1);
        sky.points[0].at = Timestamp::now() - SignedDuration::from_mins(5);
        sky.points[0].target_group = "targetgroup/another-tg/0123456789abcdef".to_owned();
    });
    assert_verdict(&changed.check(&["4-5"]), "4-5", "load", "waiting", None);
}

#[test]
fn alarms_that_the_policy_names_and_somebody_deleted_have_failed() {
    let changed = Changed::by(|sky| {
        for name in &mut sky.alarms {
            name.push_str("-deleted");
        }
    });
    let checked = changed.check(&["4-6"]);
    for side in ["alarm-high", "alarm-low"] {
        assert_verdict(&checked, "4-6", side, "failed", Some("alarms-missing"));
    }
}

#[test]
fn a_target_that_still_refuses_a_day_after_its_launch_has_failed() {
    let changed = Changed::by(|sky| sky.health = Health::Refusing);
    assert_verdict(&changed.check(&["4-3"]), "4-3", "healthy", "failed", Some("app-not-started"));
}

#[test]
fn the_boot_log_tells_why_nothing_listens() {
    let changed = Changed::by(|sky| {
        sky.health = Health::Refusing;
        sky.boot_log =
            "\u{1b}[0mec-site: 1 of 4, fetch the app\r\nfatal error: An error occurred (403) when calling the \
                        HeadObject operation: Forbidden\r\nec-site: FAILED in line 18\r\n"
                .to_owned();
    });
    let checked = changed.check(&["4-3"]);
    assert_verdict(&checked, "4-3", "healthy", "failed", Some("app-archive-denied"));
    let evidence = &checked.check("4-3", "healthy")["evidence"];
    assert!(evidence.to_string().contains("HeadObject operation: Forbidden"), "{evidence:#}");
    assert!(!evidence.to_string().contains("u001b"), "{evidence:#}");
}

#[test]
fn the_site_is_seen_where_it_answers_and_an_error_of_the_server_is_one() {
    let changed = Changed::by(|sky| "127.0.0.1".clone_into(&mut sky.dns_name));
    // The lab's load balancer admits nobody on this shop's port, so that an error has this cause.
    for (status, verdict, cause) in
        [(200, "passed", None), (404, "passed", None), (502, "failed", Some("alb-sg-blocks-in"))]
    {
        let shop = Shop::open(status);
        let home = home_with("port", &shop.port);
        let checked = check_at_home(&mut tutor(&changed.lab.account), home.path(), &["4-5"]);
        assert_verdict(&checked, "4-5", "site", verdict, cause);
    }
}
