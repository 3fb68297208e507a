//! The lab, finished an hour ago, laid into the stand-in for AWS by the lesson's own commands.

use std::fs;

use jiff::{SignedDuration, Timestamp};

use crate::aws::{Activity, Health, Lab, Moto};
use crate::program::snippet;
use crate::shell::perform_in;

/// What the learner's commands are, in their order.
const COMMANDS: [&str; 8] =
    ["1-1-cli.sh", "1-2-cli.sh", "2-3-cli.sh", "3-1-cli.sh", "4-1-cli.sh", "4-2-cli.sh", "4-4-cli.sh", "5-1-cli.sh"];

/// The learner's own values: the site's port is that of the front.
pub fn values(port: u16, account: &str) -> [(&'static str, String); 2] {
    let secret = format!("arn:aws:secretsmanager:us-east-1:{account}:secret:ec-site-AbCdEf");
    [("port", port.to_string()), ("secret_arn", secret)]
}

/// The lab, whose site is on this port of the loopback.
pub fn finished(port: u16) -> Lab {
    let account = Moto::shared().account();
    account.lay(&["steps_0_to_3"]);
    let lab = Lab::before(&account);
    let own = values(port, &account.number);
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("user-data.sh"), snippet("user-data.sh", &own)).unwrap();
    for command in COMMANDS {
        perform_in(&lab.account, home.path(), &snippet(command, &own));
    }
    work(&lab);
    lab
}

/// What AWS does with it: the group starts an instance, and the policy a second one under load.
fn work(lab: &Lab) {
    let hour_ago = Timestamp::now() - SignedDuration::from_hours(1);
    let first = lab.members().pop().expect("the group starts an instance");
    let desired = "AutoScalingGroupName=ec-site-asg&DesiredCapacity=2";
    lab.query("autoscaling", &format!("Action=SetDesiredCapacity&Version=2011-01-01&{desired}"));
    let second = lab.members().into_iter().find(|id| *id != first).expect("a second member");
    let mut state = lab.state();
    let alarm = state.alarms.iter().find(|name| name.contains("AlarmHigh")).expect("the policy has alarms").clone();
    state.history.push(Activity::creation(&first, hour_ago));
    state.history.push(Activity::scale_out(&second, &alarm, hour_ago + SignedDuration::from_mins(20)));
    state.launched_at = Some(hour_ago);
    state.health = Health::Healthy;
    "127.0.0.1".clone_into(&mut state.dns_name);
}
