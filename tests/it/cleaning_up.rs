//! Cleaning up after the lab: the printed commands, performed in their printed order by the real AWS CLI, leave nothing
//! of step 4 and everything of steps 0 to 3.

use std::fs;

use ec_site_tutor_testing::aws::{Account, Lab, Moto};
use ec_site_tutor_testing::program::{check, snippet, text, tutor};
use ec_site_tutor_testing::shell::{perform, perform_in};
use serde_json::Value;

const LABEL: &str = "AWS CLI: ";

/// The lab, done as the lesson's own commands do it.
fn done() -> Lab {
    let account = Moto::shared().account();
    account.lay(&["steps_0_to_3"]);
    let lab = Lab::before(&account);
    for snippet in ["1-1-cli.sh", "1-2-cli.sh", "2-3-cli.sh"] {
        perform(&lab.account, snippet);
    }
    let home = tempfile::tempdir().unwrap();
    let secret = format!("AURORA_SECRET_ARN=arn:aws:secretsmanager:us-east-1:{}:secret:ec-site-AbCdEf", account.number);
    fs::write(home.path().join("user-data.sh"), format!("#!/bin/bash\necho {secret}\n")).unwrap();
    perform_in(&lab.account, home.path(), &snippet("3-1-cli.sh", &[]));
    for snippet in ["4-1-cli.sh", "4-2-cli.sh", "4-4-cli.sh"] {
        perform(&lab.account, snippet);
    }
    lab
}

fn output_of(account: &Account, arguments: &[&str]) -> String {
    let home = tempfile::tempdir().unwrap();
    let output = tutor(account).env("HOME", home.path()).args(arguments).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn document_of(account: &Account, command: &str) -> Value {
    serde_json::from_str(&output_of(account, &[command, "--json"])).expect("JSON and nothing else")
}

fn states(plan: &Value) -> Vec<(&str, &str)> {
    let items = plan["items"].as_array().expect("items").iter();
    items.map(|item| (text(&item["kind"]), text(&item["state"]))).collect()
}

#[test]
fn the_printed_commands_leave_nothing_of_step_4_and_everything_before_it() {
    let lab = done();
    let before = document_of(&lab.account, "cleanup");
    assert_eq!((&before["done"], &before["leftovers"]), (&Value::Bool(false), &Value::Array(Vec::new())));
    assert!(states(&before).iter().all(|(_, state)| *state == "there"), "{before:#}");
    let preflight = check(&lab.account, &["preflight"]).by_status(&["preflight"]);

    let printed = output_of(&lab.account, &["cleanup", "--lang", "en"]);
    let commands: Vec<&str> = printed.lines().filter_map(|line| line.trim_start().strip_prefix(LABEL)).collect();
    assert_eq!(commands.len(), 10, "one for each thing, and one that waits for the load balancer: {printed}");
    let home = tempfile::tempdir().unwrap();
    perform_in(&lab.account, home.path(), &format!("set -e\n{}", commands.join("\n")));

    let after = document_of(&lab.account, "cleanup");
    assert_eq!((&after["done"], &after["leftovers"]), (&Value::Bool(true), &Value::Array(Vec::new())), "{after:#}");
    assert_eq!(check(&lab.account, &["preflight"]).by_status(&["preflight"]), preflight);
    assert_eq!(names_left(&lab), Vec::<String>::new());
}

/// What of step 4 the account still lists, looked up by name and not through the tutor.
fn names_left(lab: &Lab) -> Vec<String> {
    let lists = "
aws autoscaling describe-auto-scaling-groups --query 'AutoScalingGroups[].AutoScalingGroupName' --output text
aws ec2 describe-launch-templates --query 'LaunchTemplates[].LaunchTemplateName' --output text
aws elbv2 describe-load-balancers --query 'LoadBalancers[].LoadBalancerName' --output text
aws elbv2 describe-target-groups --query 'TargetGroups[].TargetGroupName' --output text
aws ec2 describe-images --owners self --query 'Images[].Name' --output text
aws ec2 describe-security-groups --query \"SecurityGroups[?GroupName=='ec-site-alb-sg'].GroupId\" --output text
aws cloudwatch describe-alarms --query 'MetricAlarms[].AlarmName' --output text
aws ec2 describe-instances --filters Name=tag-key,Values=aws:autoscaling:groupName \
Name=instance-state-name,Values=pending,running --query 'Reservations[].Instances[].InstanceId' --output text
";
    let home = tempfile::tempdir().unwrap();
    let printed = perform_in(&lab.account, home.path(), lists);
    printed.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_snapshot_that_was_forgotten_is_found_afterwards_with_what_it_costs() {
    let account = Moto::shared().account();
    account.lay(&["steps_0_to_3"]);
    let lab = Lab::before(&account);
    perform(&lab.account, "2-3-cli.sh");
    let image = "aws ec2 describe-images --owners self --query 'Images[0].ImageId' --output text";
    let home = tempfile::tempdir().unwrap();
    perform_in(&lab.account, home.path(), &format!("aws ec2 deregister-image --image-id \"$({image})\""));

    let plan = document_of(&lab.account, "cleanup");
    let items = plan["items"].as_array().unwrap();
    let snapshot = items.iter().find(|item| item["kind"] == "snapshot").unwrap();
    assert_eq!(snapshot["state"], "there", "{snapshot:#}");
    let id = text(&snapshot["resource"]);
    assert!(text(&snapshot["commands"][0]).contains(id) && text(&snapshot["note"]).contains("CreateImage(i-"));
    let costs = document_of(&lab.account, "cost");
    let kinds: Vec<&str> = costs["items"].as_array().unwrap().iter().map(|item| text(&item["kind"])).collect();
    assert!(kinds.contains(&"snapshot") && kinds.contains(&"nat-gateway"), "{kinds:?}");
    assert_eq!(costs["total"]["at_least"], false, "{costs:#}");
    let rate = costs["total"]["per_hour"].as_f64().unwrap();
    // NAT gateway with its address, and the base instance; disk and snapshot are a dollar or two a month.
    assert!((0.0708..0.075).contains(&rate), "{costs:#}");
}
