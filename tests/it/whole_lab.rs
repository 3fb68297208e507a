//! The whole lab, done as it is written: the lesson's own commands, step by step, and what the program says after each.

use std::fs;
use std::sync::{LazyLock, Mutex};
use std::thread;

use ec_site_tutor_testing::aws::{Activity, Health, Lab, Moto, NOWHERE, Point};
use ec_site_tutor_testing::program::{Checked, check, home_with, snippet, text, tutor};
use ec_site_tutor_testing::shell::{perform, perform_in};
use ec_site_tutor_testing::site::Shop;
use jiff::{SignedDuration, Timestamp};

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

/// That the commands of a step do what the advice says, too.
#[track_caller]
fn assert_all_passed(checked: &Checked, step: &str) {
    let found = checked.by_status(&[step]);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["passed"], "{found:?}");
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

/// The lab, finished a day ago; whoever makes it sees that it can be done as it is written.
pub static FINISHED: LazyLock<Mutex<Lab>> = LazyLock::new(|| Mutex::new(finished()));

#[test]
fn the_lab_can_be_done_as_it_is_written() {
    LazyLock::force(&FINISHED);
}

fn finished() -> Lab {
    let account = Moto::shared().account();
    let ids = account.lay(&["steps_0_to_3"]);
    let lab = Lab::before(&account);
    let again = || check(&lab.account, &[]);
    assert_open(&again(), "1-1", "failed");

    perform(&account, "1-1-cli.sh");
    let checked = again();
    assert_open(&checked, "1-2", "failed");
    assert_all_passed(&checked, "1-1");
    perform(&account, "1-2-cli.sh");
    assert_open(&again(), "2-3", "failed");

    image(&lab, ids.get("ec-site-web"));
    template(&lab, &account.number);
    group(&lab);
    policy(&lab);
    load(&lab);
    scale_out(&lab);
    look_and_stop(&lab, ids.get("ec-site-web"));
    stopped(&lab);
    scale_in(&lab);
    a_day_later(&lab);
    lab
}

fn image(lab: &Lab, source: &str) {
    let printed = perform(&lab.account, "2-3-cli.sh");
    let image = printed.trim();
    lab.state().image_progress = Some(47);
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "2-4", "waiting");
    assert_eq!(checked.check("2-3", "source")["actual"], source);
    let state = text(&checked.check("2-4", "state")["actual"]);
    assert!(image.starts_with("ami-") && state.contains(image) && state.contains("47"), "{image}: {state}");
    lab.state().image_progress = None;

    let seen = perform(&lab.account, "2-4-cli.sh");
    assert!(seen.contains("snap-") && seen.contains(image) && seen.contains("available"), "{seen}");
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "3-1", "failed");
    assert_all_passed(&checked, "2-3");
    let these = check(&lab.account, &STEPS[..7]);
    assert_eq!(these.exit, DONE, "what was asked for is done, though the lab goes on");
    assert_eq!(these.standing(&STEPS[..7]), checked.standing(&STEPS[..7]));
    assert_eq!(these.document["steps"].as_array().unwrap().len(), 7);
}

/// The script is the tutor's own, with the learner's secret from the settings in it.
fn template(lab: &Lab, account: &str) {
    let secret = format!("arn:aws:secretsmanager:us-east-1:{account}:secret:ec-site-AbCdEf");
    let home = home_with("secret_arn", &secret);
    let mut printing = tutor(&lab.account);
    printing.env("HOME", home.path()).current_dir(home.path()).args(["snippet", "user-data", "-o", "user-data.sh"]);
    printing.assert().success();
    assert!(fs::read_to_string(home.path().join("user-data.sh")).unwrap().contains(&secret));
    perform_in(&lab.account, home.path(), &snippet("3-1-cli.sh", &[]));
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-1", "failed");
    assert_all_passed(&checked, "3-1");
}

fn group(lab: &Lab) {
    lab.state().provisioning = true;
    perform(&lab.account, "4-1-cli.sh");
    let member = lab.members().pop().expect("the group starts an instance");
    lab.state().history.push(Activity::creation(&member, earlier()));
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-2", "failed");
    assert_eq!(checked.by_status(&["4-3"])["waiting"].len(), 2, "{}", explained(&checked));

    perform(&lab.account, "4-2-cli.sh");
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-3", "waiting");
    assert_eq!(checked.check("4-3", "active")["status"], "waiting");

    lab.state().provisioning = false;
    for (health, reason) in [(Health::Initial, "Elb."), (Health::Refusing, "Target.FailedHealthChecks")] {
        lab.state().health = health;
        let checked = check(&lab.account, &["4-3"]);
        assert_eq!(checked.check("4-3", "active")["status"], "passed");
        let healthy = checked.check("4-3", "healthy");
        assert_eq!(healthy["status"], "waiting", "the app is being built: {healthy:#}");
        assert!(text(&healthy["actual"]).contains(reason), "{healthy:#}");
    }
    lab.state().health = Health::Healthy;
    assert_open(&check(&lab.account, &[]), "4-4", "failed");
}

fn policy(lab: &Lab) {
    perform(&lab.account, "4-4-cli.sh");
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "4-5", "waiting");
    assert_eq!(checked.check("4-5", "site")["status"], "manual");
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
    lab.state().points.extend(points);
    assert_open(&check(&lab.account, &[]), "4-7", "waiting");
}

fn high_alarm(lab: &Lab) -> String {
    lab.state().alarms.iter().find(|name| name.contains("AlarmHigh")).expect("the policy has alarms").clone()
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
        let mut state = lab.state();
        state.lifecycles.insert(second.clone(), "Pending");
        state.healths.insert(second.clone(), Health::Unregistered);
        state.history.push(Activity { status: "InProgress", ..launch.clone() });
    }
    assert_open(&check(&lab.account, &[]), "4-7", "waiting");
    {
        let mut state = lab.state();
        state.lifecycles.clear();
        state.healths.insert(second, Health::Refusing);
        state.history.pop();
        state.history.push(launch);
    }
    assert_open(&check(&lab.account, &[]), "5-1", "failed");
    lab.state().healths.clear();
    let checked = check(&lab.account, &[]);
    assert_open(&checked, "5-1", "failed");
    for member in lab.members() {
        let healthy = format!("{member} (healthy)");
        assert!(text(&checked.check("4-3", "healthy")["actual"]).contains(&healthy), "{}", explained(&checked));
    }
}

/// The commands that only look show what is there, the load reaches the site, and meanwhile the learner stops the
/// spare instance.
fn look_and_stop(lab: &Lab, instance: &str) {
    let members = lab.members();
    let alarm = high_alarm(lab);
    let shop = Shop::open(200);
    let own = [("port", shop.port.as_str()), ("load_count", "3"), ("load_interval", "0")];
    "127.0.0.1".clone_into(&mut lab.state().dns_name);
    lab.state().stopping = true;
    let shows = |name: &str, wanted: &[&str]| {
        let home = tempfile::tempdir().unwrap();
        let seen = perform_in(&lab.account, home.path(), &snippet(name, &own));
        for said in wanted {
            assert!(seen.contains(said), "{said} is not in {seen}");
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| shows("4-3-cli.sh", &[&members[0], &members[1], "active", "healthy", "InService", "Launching"]));
        scope.spawn(|| {
            shows("4-5-cli.sh", &["status 200"]);
            shows("load.sh", &["3 200"]);
        });
        scope.spawn(|| {
            shows("4-6-cli.sh", &["AlarmHigh", "AlarmLow", "25.0", "17.5"]);
            shows("4-7-cli.sh", &[&members[0], &members[1], &alarm, "changing the desired capacity from 1 to 2"]);
        });
        shows("5-1-cli.sh", &[instance]);
    });
    NOWHERE.clone_into(&mut lab.state().dns_name);
}

fn stopped(lab: &Lab) {
    assert_open(&check(&lab.account, &[]), "5-1", "waiting");
    lab.state().stopping = false;
    let checked = check(&lab.account, &[]);
    assert_finished(&checked);
    assert!(text(&checked.check("4-1", "size")["actual"]).contains('2'), "{}", explained(&checked));
}

/// The policy takes the second member away again: first the load balancer sends nobody there any more.
fn scale_in(lab: &Lab) {
    let leaving = lab.members().pop().expect("two members");
    let alarm = high_alarm(lab).replace("AlarmHigh", "AlarmLow");
    {
        let mut state = lab.state();
        state.desired = Some(1);
        state.lifecycles.insert(leaving.clone(), "Terminating");
        state.healths.insert(leaving.clone(), Health::Draining);
        state.history.push(Activity::scale_in(&leaving, &alarm, Timestamp::now()));
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
        let mut state = lab.state();
        state.desired = None;
        state.launched_at = Some(earlier() - day);
        state.lifecycles.clear();
        state.healths.clear();
        for activity in &mut state.history {
            activity.at -= day;
            activity.status = "Successful";
        }
        for point in &mut state.points {
            point.at -= day;
        }
    }
    let checked = check(&lab.account, &[]);
    assert_finished(&checked);
    assert!(text(&checked.check("4-5", "load")["actual"]).contains("AlarmHigh"), "{}", explained(&checked));
}
