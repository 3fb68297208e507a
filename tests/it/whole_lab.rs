//! The whole lab, done as it is written: the lesson's own commands, step by step, and what the program says after each.

use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::support::account::Account;
use crate::support::aws_cli::{perform, perform_in, script};
use crate::support::lab_front::Lab;
use crate::support::moto::Moto;
use crate::support::sky::{Activity, Health, Point};
use crate::support::tutor::{Checked, check, text, tutor};

/// All steps.
const STEPS: [&str; 20] = [
    "preflight",
    "1-1",
    "1-2",
    "2-1",
    "2-2",
    "2-3",
    "2-4",
    "3-1",
    "4-1",
    "4-2",
    "4-3",
    "4-4",
    "4-5",
    "4-6",
    "4-7",
    "5-1",
    "practice",
    "diagram",
    "why",
    "glossary",
];
const DONE: i32 = 0;
const NOT_DONE: i32 = 1;

/// Half an hour ago, when the lab's first instance was launched.
fn earlier() -> Timestamp {
    Timestamp::now() - SignedDuration::from_mins(30)
}

/// That everything before `step` is done, that `step` is open with this status, and that all others are locked.
#[track_caller]
fn assert_open(checked: &Checked, step: &str, status: &str) {
    let at = STEPS.iter().position(|id| *id == step).expect("a step of the lesson");
    let standing = checked.standing(&STEPS);
    for (number, (id, standing)) in STEPS.iter().zip(&standing).enumerate() {
        let right = match number.cmp(&at) {
            std::cmp::Ordering::Less => standing == "passed" || standing == "manual",
            std::cmp::Ordering::Equal => standing == status,
            std::cmp::Ordering::Greater => standing.ends_with(" locked"),
        };
        assert!(right, "{id} is {standing}, while {step} should be open and {status}: {}", explained(checked));
    }
    assert_eq!(checked.exit, NOT_DONE);
}

/// That nothing is left to do.
#[track_caller]
fn assert_finished(checked: &Checked) {
    let standing = checked.standing(&STEPS);
    let open = standing.iter().any(|standing| standing != "passed" && standing != "manual");
    assert!(!open && checked.exit == DONE, "exit {}: {}", checked.exit, explained(checked));
    let by_word = ["2-2", "4-5", "practice", "diagram", "why", "glossary"];
    for (id, standing) in STEPS.iter().zip(&standing) {
        assert_eq!(standing == "manual", by_word.contains(id), "{id} is {standing}");
    }
}

/// Steps and those of their checks that didn't pass.
fn explained(checked: &Checked) -> String {
    let steps = checked.document["steps"].as_array().expect("steps").iter().map(|step| {
        let checks = step["checks"].as_array().expect("checks").iter().filter(|check| check["status"] != "passed");
        let checks: Vec<String> =
            checks.map(|check| format!("{}: {} ({})", check["id"], check["status"], check["actual"])).collect();
        format!("\n{} {} {} {checks:?}", step["id"], step["status"], step["locked"])
    });
    steps.collect()
}

#[test]
fn the_lab_can_be_done_as_it_is_written() {
    let account = Moto::shared().account();
    let ids = account.lay(&["steps_0_to_3"]);
    let lab = Lab::before(&account);
    let again = || check(&lab.account, &[]);
    assert_open(&again(), "1-1", "failed");

    perform(&account, "1-1-cli.sh");
    assert_open(&again(), "1-2", "failed");
    perform(&account, "1-2-cli.sh");
    assert_open(&again(), "2-3", "failed");

    image(&lab);
    template(&lab, &account.number);
    group(&lab);
    policy(&lab);
    load(&lab);
    scale_out(&lab);
    stop(&lab, ids.get("ec-site-web"));
    scale_in(&lab);
    a_day_later(&lab);
}

fn image(lab: &Lab) {
    perform(&lab.account, "2-3-cli.sh");
    lab.sky().image_progress = Some(47);
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "2-4", "waiting");
    assert!(text(&checked.check("2-4", "state")["actual"]).contains("47"), "{}", explained(&checked));
    lab.sky().image_progress = None;
    let seen = perform(&lab.account, "2-4-cli.sh");
    assert!(seen.contains("snap-") && seen.contains("available"), "{seen}");
    assert_open(&check(&lab.account, &[]), "3-1", "failed");
}

/// The script is the tutor's own, with the learner's secret from the settings in it.
fn template(lab: &Lab, account: &str) {
    let home = tempfile::tempdir().unwrap();
    let settings = home.path().join(".config/ec-site-tutor");
    fs::create_dir_all(&settings).unwrap();
    let secret = format!("arn:aws:secretsmanager:us-east-1:{account}:secret:ec-site-AbCdEf");
    fs::write(settings.join("config.toml"), format!("[values]\nsecret_arn = \"{secret}\"\n")).unwrap();
    write_user_data(&lab.account, home.path());
    assert!(fs::read_to_string(home.path().join("user-data.sh")).unwrap().contains(&secret));
    perform_in(&lab.account, home.path(), script("3-1-cli.sh"));
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-1", "failed");
    let found = checked.by_status(&["3-1"]);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["passed"], "{found:?}");
}

fn write_user_data(account: &Account, home: &Path) {
    let mut command = tutor(account);
    command.env("HOME", home).current_dir(home).args(["snippet", "user-data", "-o", "user-data.sh"]);
    command.assert().success();
}

fn group(lab: &Lab) {
    lab.sky().provisioning = true;
    perform(&lab.account, "4-1-cli.sh");
    let member = lab.members().pop().expect("the group starts an instance");
    lab.sky().history.push(Activity::creation(&member, earlier()));
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-2", "failed");
    assert_eq!(checked.by_status(&["4-3"])["waiting"].len(), 2, "{}", explained(&checked));

    perform(&lab.account, "4-2-cli.sh");
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-3", "waiting");
    assert_eq!(checked.check("4-3", "active")["status"], "waiting");

    lab.sky().provisioning = false;
    for (health, reason) in [(Health::Initial, "Elb."), (Health::Refusing, "Target.FailedHealthChecks")] {
        lab.sky().health = health;
        let checked = check(&lab.account, &["4-3"]);
        assert_eq!(checked.check("4-3", "active")["status"], "passed");
        let healthy = checked.check("4-3", "healthy");
        assert_eq!(healthy["status"], "waiting", "the app is being built: {healthy:#}");
        assert!(text(&healthy["actual"]).contains(reason), "{healthy:#}");
    }
    lab.sky().health = Health::Healthy;
    assert_open(&check(&lab.account, &[]), "4-4", "failed");
    let seen = perform(&lab.account, "4-3-cli.sh");
    for said in [member.as_str(), "active", "healthy", "InService", "a new EC2 instance"] {
        assert!(seen.contains(said), "{said} is not in {seen}");
    }
}

fn policy(lab: &Lab) {
    perform(&lab.account, "4-4-cli.sh");
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-5", "waiting");
    assert_eq!(checked.check("4-5", "site")["status"], "manual");
    let seen = perform(&lab.account, "4-6-cli.sh");
    for said in ["AlarmHigh", "AlarmLow", "25.0", "22.5"] {
        assert!(seen.contains(said), "{said} is not in {seen}");
    }
}

/// Ten minutes of load.
fn load(lab: &Lab) {
    let checked = check(&lab.account, &["4-1"]);
    let arn = |id: &str| text(&checked.check("4-1", id)["actual"]).to_owned();
    let (load_balancer, target_group) = (arn("load-balancer"), arn("attached"));
    let load_balancer = load_balancer.split_once("loadbalancer/").expect("an ARN").1;
    let target_group = target_group.rsplit(':').next().expect("an ARN");
    let points = (1..=8).map(|minutes| Point {
        load_balancer: load_balancer.to_owned(),
        target_group: target_group.to_owned(),
        at: Timestamp::now() - SignedDuration::from_mins(minutes),
        count: 498.0,
    });
    lab.sky().points.extend(points);
    assert_open(&check(&lab.account, &[]), "4-7", "waiting");
}

fn high_alarm(lab: &Lab) -> String {
    lab.sky().alarms.iter().find(|name| name.contains("AlarmHigh")).expect("the policy has alarms").clone()
}

fn scale_out(lab: &Lab) {
    let alarm = high_alarm(lab);
    let first = lab.members();
    lab.query(
        "autoscaling",
        "Action=SetDesiredCapacity&Version=2011-01-01&AutoScalingGroupName=ec-site-asg&DesiredCapacity=2",
    );
    let second = lab.members().into_iter().find(|id| !first.contains(id)).expect("a second member");
    let launch = Activity::scale_out(&second, &alarm, Timestamp::now() - SignedDuration::from_mins(3));
    {
        let mut sky = lab.sky();
        sky.lifecycles.insert(second.clone(), "Pending");
        sky.healths.insert(second.clone(), Health::Unregistered);
        sky.history.push(Activity { status: "InProgress", ..launch.clone() });
    }
    assert_open(&check(&lab.account, &[]), "4-7", "waiting");
    {
        let mut sky = lab.sky();
        sky.lifecycles.clear();
        sky.healths.insert(second, Health::Refusing);
        sky.history.pop();
        sky.history.push(launch);
    }
    assert_open(&check(&lab.account, &[]), "5-1", "failed");
    lab.sky().healths.clear();
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "5-1", "failed");
    for member in lab.members() {
        let healthy = format!("{member} (healthy)");
        assert!(text(&checked.check("4-3", "healthy")["actual"]).contains(&healthy), "{}", explained(&checked));
    }
    let seen = perform(&lab.account, "4-7-cli.sh");
    assert_eq!(seen.matches(&alarm).count(), 1, "{seen}");
}

fn stop(lab: &Lab, instance: &str) {
    lab.sky().stopping = true;
    let seen = perform(&lab.account, "5-1-cli.sh");
    assert!(seen.contains(instance), "{seen}");
    assert_open(&check(&lab.account, &[]), "5-1", "waiting");
    lab.sky().stopping = false;
    let checked = check(&lab.account, &[]);
    assert_finished(&checked);
    assert!(text(&checked.check("4-1", "size")["actual"]).contains('2'), "{}", explained(&checked));
}

/// The policy takes the second member away again: first the load balancer sends nobody there any more.
fn scale_in(lab: &Lab) {
    let leaving = lab.members().pop().expect("two members");
    let alarm = high_alarm(lab).replace("AlarmHigh", "AlarmLow");
    {
        let mut sky = lab.sky();
        sky.desired = Some(1);
        sky.lifecycles.insert(leaving.clone(), "Terminating");
        sky.healths.insert(leaving.clone(), Health::Draining);
        sky.history.push(Activity::scale_in(&leaving, &alarm, Timestamp::now()));
    }
    let checked = check(&lab.account, &[]);
    assert_finished(&checked);
    assert!(text(&checked.check("4-3", "healthy")["actual"]).contains("draining"), "{}", explained(&checked));
}

/// One member is left, nobody visits the site, and the counts of yesterday's load are out of sight.
fn a_day_later(lab: &Lab) {
    lab.query(
        "autoscaling",
        "Action=SetDesiredCapacity&Version=2011-01-01&AutoScalingGroupName=ec-site-asg&DesiredCapacity=1",
    );
    let day = SignedDuration::from_hours(24);
    {
        let mut sky = lab.sky();
        sky.desired = None;
        sky.lifecycles.clear();
        sky.healths.clear();
        for activity in &mut sky.history {
            activity.at -= day;
            activity.status = "Successful";
        }
        for point in &mut sky.points {
            point.at -= day;
        }
    }
    let checked = check(&lab.account, &[]);
    assert_finished(&checked);
    assert!(text(&checked.check("4-5", "load")["actual"]).contains("AlarmHigh"), "{}", explained(&checked));
}
