//! AWS's records in, sentences out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::tz::TimeZone;
use serde_json::{Value, json};
use test_case::test_case;

use super::*;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Lesson, Pack, load};
use crate::report::{Locked, Report, plain};

static LESSON: LazyLock<Lesson> = LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).unwrap());
static EN: LazyLock<Localizer> = LazyLock::new(|| Localizer::new(Language::En));

fn finished() -> Value {
    serde_json::from_str(include_str!("../../tests/scenarios/base/finished.json")).unwrap()
}

fn snapshot(account: &Value) -> Snapshot {
    serde_json::from_value(account.clone()).unwrap()
}

/// What a step tells of an account.
fn told(account: &Value, step: &str, localizer: &Localizer) -> Vec<String> {
    let snapshot = snapshot(account);
    let entries = of_step(LESSON.step(step).unwrap(), &snapshot);
    entries.iter().map(|entry| localizer.say(&entry.said(&TimeZone::UTC, snapshot.taken_at))).collect()
}

fn launch(cause: &str) -> Activity {
    Activity {
        id: "1".into(),
        description: Some("Launching a new EC2 instance: i-0a5900000000000a1".into()),
        cause: cause.into(),
        status: "Successful".into(),
        status_message: None,
        started_at: None,
        ended_at: None,
    }
}

fn said(activity: &Activity) -> String {
    EN.say(&activity::entry(activity).text)
}

// The forms are those of AWS's own documentation and of histories that people have published.
#[test_case("At 2026-05-20T10:45:33Z a monitor alarm TargetTracking-ec-site-asg-AlarmHigh-0f5f in state ALARM triggered policy RequestCountPolicy changing the desired capacity from 1 to 2.  At 2026-05-20T10:45:46Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 1 to 2.", "AlarmHigh asked for more through RequestCountPolicy: 1 to 2 instances."; "scale out")]
#[test_case("At 2026-05-20T11:08:11Z a monitor alarm TargetTracking-ec-site-asg-AlarmLow-7d9e in state ALARM triggered policy RequestCountPolicy changing the desired capacity from 2 to 1.", "AlarmLow asked for fewer through RequestCountPolicy: 2 to 1 instance."; "scale in")]
#[test_case("At 2026-05-20T11:08:11Z a monitor alarm my-alarm in state ALARM triggered policy step changing the desired capacity from 2 to 4.", "The alarm my-alarm had step change the number of instances: 2 to 4."; "an alarm of another policy")]
#[test_case("At 2026-05-20T11:08:11Z a monitor alarm my-alarm in state ALARM triggered policy step.", "The alarm my-alarm set off step."; "an alarm without numbers")]
#[test_case("At 2026-05-20T10:04:50Z a user request created an AutoScalingGroup changing the desired capacity from 0 to 1.  At 2026-05-20T10:04:56Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 1.", "Somebody created the group, with one instance."; "birth")]
#[test_case("At 2026-05-20T10:04:50Z a user request update of AutoScalingGroup constraints to min: 1, max: 4, desired: 3 changing the desired capacity from 1 to 3.", "Somebody changed the number of instances by hand: 1 to 3."; "constraints")]
#[test_case("At 2026-05-20T10:04:50Z a user request explicitly set group desired capacity changing the desired capacity from 1 to 2.", "Somebody changed the number of instances by hand: 1 to 2."; "desired capacity")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to an EC2 health check indicating it has been terminated or stopped.", "A health check of EC2 found the instance stopped, terminated or broken."; "stopped by hand")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to a EC2 instance status checks failure.", "A health check of EC2 found the instance stopped, terminated or broken."; "status checks")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to an ELB system health check failure.", "The load balancer's health check found the instance unhealthy."; "load balancer's check")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to a user health-check.", "The instance was reported unhealthy."; "custom check")]
#[test_case("At 2026-05-20T10:04:50Z an instance was launched in response to an unhealthy instance needing to be replaced.", "An unhealthy instance had to be replaced."; "replacement")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to a user request.", "Somebody asked for this instance to be taken away."; "removed by hand")]
#[test_case("At 2026-05-20T10:04:50Z an instance was started in response to a difference between desired and actual capacity, increasing the capacity from 0 to 1.", "The group had 0 and wanted 1."; "difference alone")]
#[test_case("At 2026-05-20T10:04:50Z an instance was launched in response to an instance refresh.", "An instance refresh replaces the instances."; "refresh")]
#[test_case("At 2026-05-20T10:04:50Z an instance was taken out of service in response to a EC2 instance status check failure.", "A health check of EC2 found the instance stopped, terminated or broken."; "one status check")]
#[test_case("At 2026-05-20T10:04:50Z a scheduled action update of AutoScalingGroup constraints to min: 1, max: 4, desired: 2 changing the desired capacity from 1 to 2.", "A scheduled action changed the number of instances: 1 to 2."; "schedule")]
#[test_case("At 2026-05-20T10:04:50Z a user request executed policy p changing the desired capacity from 1 to 2.", "Somebody ran p by hand: 1 to 2 instances."; "policy run by hand")]
#[test_case("At 2026-05-20T10:04:50Z an instance was added in response to user request. Keeping the capacity at the new 1.", "Somebody attached an instance that ran already."; "attached")]
#[test_case("At 2026-05-20T10:04:50Z instance i-1 was moved to standby in response to a user request, shrinking the capacity from 1 to 0.", "Somebody moved an instance to standby."; "standby")]
#[test_case("At 2026-05-20T10:04:50Z instance i-1 was moved out of standby in response to a user request, increasing the capacity from 0 to 1.", "Somebody moved an instance back from standby."; "back from standby")]
#[test_case("At 2026-05-20T10:45:33Z a monitor alarm a in state ALARM triggered policy p changing the desired capacity from 1 to 2. At 2026-05-20T10:46:33Z a monitor alarm b in state ALARM triggered policy q changing the desired capacity from 2 to 4.", "The alarm a had p change the number of instances: 1 to 2. The alarm b had q change the number of instances: 2 to 4."; "two alarms")]
#[test_case("At 2026-05-20T10:04:50Z an instance was launched in response to the weather.", "In AWS's words: At 2026-05-20T10:04:50Z an instance was launched in response to the weather."; "something else")]
#[test_case("", "AWS gives no cause."; "nothing")]
fn causes(cause: &str, expected: &str) {
    assert_eq!(said(&launch(cause)), format!("{expected} Instance i-0a5900000000000a1 was launched."));
}

#[test_case("Launching a new EC2 instance: i-0a1", "InProgress", "Instance i-0a1 is being launched."; "under way")]
#[test_case("Launching a new EC2 instance.  Status Reason: The image id '[ami-1]' does not exist. Launching EC2 instance failed.", "Failed", "The launch failed. AWS says: no such image"; "failed")]
#[test_case("Terminating EC2 instance: i-0a1", "Successful", "Instance i-0a1 was terminated."; "terminated")]
#[test_case("Terminating EC2 instance: i-0a1 - Waiting For ELB Connection Draining.", "WaitingForELBConnectionDraining", "Instance i-0a1 is being terminated."; "draining")]
#[test_case("Terminating EC2 instance: i-0a1", "Failed", "Instance i-0a1 could not be terminated: no such image"; "not terminated")]
#[test_case("Moving EC2 instance to Standby: i-0a1", "Successful", "Instance i-0a1 was moved to standby."; "standby")]
#[test_case("Moving EC2 instance out of Standby: i-0a1", "PreInService", "Instance i-0a1 is coming back into service."; "back")]
#[test_case("Attaching an existing EC2 instance: i-0a1", "Successful", "Instance i-0a1 was attached."; "attached")]
#[test_case("Attaching an existing EC2 instance: i-0a1", "Failed", "Attaching an existing EC2 instance: i-0a1 (Failed)"; "not attached")]
#[test_case("Terminating EC2 instance: i-0a1", "Cancelled", "The termination of instance i-0a1 was cancelled."; "termination cancelled")]
#[test_case("Launching a new EC2 instance: i-0a1", "MidLifecycleAction", "Instance i-0a1 was started, and a lifecycle hook holds it."; "held by a hook")]
#[test_case("Launching a new EC2 instance: i-0a1", "WaitingForInstanceWarmup", "Instance i-0a1 was launched and is warming up."; "warming up")]
#[test_case("Suspending EC2 instance: i-0a1", "Successful", "Suspending EC2 instance: i-0a1 (Successful)"; "something else")]
fn outcomes(description: &str, status: &str, expected: &str) {
    let activity = Activity {
        description: Some(description.into()),
        status: status.into(),
        status_message: Some("no such image".into()),
        ..launch("")
    };
    assert_eq!(said(&activity), format!("AWS gives no cause. {expected}"));
}

#[test]
fn strings_of_an_account_can_not_act_on_the_terminal() {
    let hostile = "\u{1b}]0;x\u{7}a monitor alarm \u{202e}evil in state ALARM triggered policy p\u{1b}[2J";
    let mut activity = launch(hostile);
    activity.description = Some("Launching a new EC2 instance: \u{1b}[31m".into());
    activity.status = "Failed".into();
    activity.status_message = Some("\u{9b}5m\u{200b}".into());
    let said = said(&activity);
    assert!(!said.chars().any(|c| c.is_control() || "\u{202e}\u{200b}".contains(c)), "{said:?}");
    assert!(said.contains("\\u{202e}evil"), "{said}");
}

#[test]
fn the_steps_tell_of_the_finished_lab() {
    for language in Language::ALL {
        let localizer = Localizer::new(language);
        let lines = [told(&finished(), "4-6", &localizer), told(&finished(), "4-7", &localizer)].concat();
        insta::assert_snapshot!(format!("finished-{}", language.tag()), lines.join("\n"));
    }
    assert_eq!(told(&finished(), "4-5", &EN), Vec::<String>::new(), "other steps tell nothing");
}

fn high(state: &str, desired: i32) -> Vec<String> {
    let mut account = finished();
    account["alarms"]["seen"][0]["state"] = state.into();
    account["auto_scaling_groups"]["seen"][0]["desired"] = desired.into();
    account["request_counts"]["seen"].as_array_mut().unwrap().truncate(3);
    told(&account, "4-6", &EN)
}

#[test]
fn an_alarm_in_every_state_is_explained() {
    let ringing = high("ALARM", 1);
    assert!(ringing[1].starts_with("10:43") && ringing[1].contains("2 of 3 minutes above 25"), "{ringing:#?}");
    assert!(ringing[2].starts_with("10:53  In alarm"), "{ringing:#?}");
    assert!(ringing[3].contains("adds some"), "{ringing:#?}");
    assert!(high("ALARM", 4)[3].contains("maximum of 4"), "nothing can be added any more");
    assert!(high("INSUFFICIENT_DATA", 1)[2].contains("It may be new, or nobody visits"));
    assert!(high("RESTING", 1)[2].contains("RESTING"));
}

#[test]
fn a_launch_that_was_cancelled_without_a_word_is_called_so() {
    let activity = Activity { status: "Cancelled".into(), ..launch("") };
    assert_eq!(said(&activity), "AWS gives no cause. The launch was cancelled.");
}

#[test]
fn points_of_seconds_and_a_threshold_that_counts_itself_are_told_as_they_are() {
    let with = |field: &str, value: Value| {
        let mut account = finished();
        account["alarms"]["seen"][0][field] = value;
        account["request_counts"] = json!({ "seen": [{ "at": "2026-05-20T10:42:00Z", "count": 25.0 }] });
        told(&account, "4-6", &EN)
    };
    let seconds = with("period", 10.into());
    assert!(seconds[0].contains("3 points in a row (30 seconds)"), "{seconds:#?}");
    assert!(seconds[1].contains("OK since then"), "minutes say nothing of it: {seconds:#?}");
    let inclusive = with("comparison", "GreaterThanOrEqualToThreshold".into());
    assert!(inclusive[0].contains("stay at or above 25 at 3 points in a row (3 minutes)"), "{inclusive:#?}");
    assert!(inclusive[1].contains("1 of 1 minute at or above 25"), "{inclusive:#?}");
    let strict = with("comparison", "GreaterThanThreshold".into());
    assert!(strict[1].contains("0 of 1 minute above 25"), "{strict:#?}");
}

#[test]
fn an_idle_low_alarm_is_called_usual_only_at_the_minimum() {
    let last = |desired: i32| high("OK", desired).pop().unwrap();
    assert!(last(1).contains("quiet shop is often in this state"), "{}", last(1));
    assert!(last(2).contains("removes an instance"), "{}", last(2));
}

#[test]
fn alarms_that_the_policy_does_not_name_are_left_out() {
    let mut account = finished();
    let mut stranger = account["alarms"]["seen"][0].clone();
    stranger["name"] = "TargetTracking-ec-site-asg-AlarmHigh-other".into();
    account["alarms"]["seen"].as_array_mut().unwrap().push(stranger);
    assert_eq!(told(&account, "4-6", &EN), told(&finished(), "4-6", &EN));
}

#[test]
fn what_could_not_be_read_tells_nothing() {
    let mut account = finished();
    for area in ["alarms", "activities", "request_counts"] {
        account[area] = json!({ "denied": { "action": "x:Y", "message": "no" } });
    }
    assert!(told(&account, "4-6", &EN).is_empty() && told(&account, "4-7", &EN).is_empty());
}

#[test]
fn times_are_those_of_the_zone_with_the_date_of_other_days() {
    let tokyo = TimeZone::fixed(jiff::tz::offset(9));
    let entry = HistoryEntry { at: Some("2026-05-20T15:30:00Z".parse().unwrap()), text: Text::verbatim("x") };
    let said = |today: &str| EN.say(&entry.said(&tokyo, today.parse().unwrap()));
    assert_eq!(said("2026-05-20T16:00:00Z"), "00:30  x");
    assert_eq!(said("2026-05-20T14:00:00Z"), "2026-05-21 00:30  x");
    // The page says winter's offset; a time of the summer before says its own.
    let new_york = TimeZone::posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    assert_eq!(
        EN.say(&entry.said(&new_york, "2026-12-20T16:00:00Z".parse().unwrap())),
        "2026-05-20 11:30 UTC-04:00  x"
    );
}

#[test]
fn a_report_in_text_tells_it_below_the_checks() {
    let snapshot = snapshot(&finished());
    let report = Report::assess(&LESSON, &snapshot, snapshot.taken_at);
    let text = plain(&report, &vec![false; report.steps.len()], Locked::InFull, &EN, &TimeZone::UTC);
    let (_, after) = text.split_once("4-7  ").unwrap();
    assert!(after.contains("What your account tells (times in UTC)\n      11:08  AlarmLow asked for fewer"), "{after}");
}
