//! The finished lab where one thing is otherwise: what is wrong is seen, and what AWS does by itself is not wrong.

use std::sync::{MutexGuard, PoisonError};

use ec_site_tutor_testing::aws::{Activity, AwsState, Front, Health, Lab, answers};
use ec_site_tutor_testing::program::{Checked, check, check_at_home, home_with, text, tutor};
use ec_site_tutor_testing::shell::perform_in;
use ec_site_tutor_testing::site::Shop;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::whole_lab::FINISHED;

const DONE: i32 = 0;
const NOT_DONE: i32 = 1;

/// The finished lab with another state of AWS, for as long as this lives.
pub struct Changed {
    pub lab: MutexGuard<'static, Lab>,
    before: AwsState,
}

impl Changed {
    pub fn by(change: impl FnOnce(&mut AwsState)) -> Self {
        let lab = FINISHED.lock().unwrap_or_else(PoisonError::into_inner);
        let before = lab.state().clone();
        change(&mut lab.state());
        Self { lab, before }
    }

    fn check(&self, steps: &[&str]) -> Checked {
        check(&self.lab.account, steps)
    }

    /// Lets the AWS CLI perform `script`.
    fn perform(&self, script: &str) {
        let home = tempfile::tempdir().expect("a temporary folder");
        perform_in(&self.lab.account, home.path(), script);
    }

    /// What `explain` says of a step in a language.
    fn explained(&self, step: &str, language: &str) -> String {
        let home = tempfile::tempdir().expect("a temporary folder");
        let mut tutor = tutor(&self.lab.account);
        let output = tutor.env("HOME", home.path()).args(["explain", step, "--lang", language]).output();
        String::from_utf8(output.expect("it runs").stdout).expect("text")
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        *self.lab.state() = self.before.clone();
    }
}

#[track_caller]
fn assert_verdict(checked: &Checked, step: &str, id: &str, status: &str, cause: Option<&str>) {
    let check = checked.check(step, id);
    assert_eq!((text(&check["status"]), checked.cause(step, id)), (status, cause), "{check:#}");
}

/// The commands with which a check is mended.
fn commands(check: &Value) -> String {
    let repairs = check["repair"].as_array().expect("repairs").iter();
    let commands = repairs.filter(|repair| repair["kind"] == "cli").map(|repair| text(&repair["text"]));
    commands.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_draining_target_whose_instance_is_listed_no_more_takes_nothing_away() {
    let changed = Changed::by(|state| {
        state.healths.insert("i-0123456789abcdef0".to_owned(), Health::Draining);
    });
    let checked = changed.check(&["4-3", "practice"]);
    assert_eq!(checked.exit, DONE, "{:#}", checked.document);
}

#[test]
fn a_quiet_night_with_an_alarm_that_rings_and_no_points_takes_nothing_away() {
    let changed = Changed::by(|state| state.points.clear());
    let low = changed.lab.state().alarms.iter().find(|name| name.contains("AlarmLow")).cloned().expect("two alarms");
    let form = format!("Action=SetAlarmState&Version=2010-08-01&AlarmName={low}&StateReason=idle&StateValue=ALARM");
    changed.lab.query("monitoring", &form);
    let checked = changed.check(&[]);
    assert_eq!(checked.exit, DONE, "{:#}", checked.document);
    assert!(text(&checked.check("4-6", "alarm-low")["actual"]).contains("ALARM)"), "{:#}", checked.step("4-6"));
}

#[test]
fn a_capacity_raised_by_hand_is_no_scale_out() {
    let changed = Changed::by(|state| {
        state.history.truncate(1);
        state.history.push(Activity::by_hand("i-0123456789abcdef0", Timestamp::now() - SignedDuration::from_mins(30)));
    });
    let checked = changed.check(&["4-5", "4-7"]);
    assert_verdict(&checked, "4-7", "scale-out", "failed", Some("changed-by-hand"));
    assert_verdict(&checked, "4-5", "load", "waiting", None);
    assert_eq!(checked.exit, NOT_DONE);
}

#[test]
fn a_launch_by_the_policy_of_another_name_is_no_scale_out() {
    let changed = Changed::by(|state| {
        for activity in &mut state.history {
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
        let changed = Changed::by(|state| {
            state.history.truncate(1);
            state.points.truncate(1);
            state.points[0].at = Timestamp::now() - SignedDuration::from_mins(minutes);
            state.points[0].count = count;
        });
        assert_verdict(&changed.check(&["4-5"]), "4-5", "load", status, cause);
    }
}

#[test]
fn requests_that_another_target_group_got_are_no_load() {
    let changed = Changed::by(|state| {
        state.history.truncate(1);
        state.points.truncate(1);
        state.points[0].at = Timestamp::now() - SignedDuration::from_mins(5);
        state.points[0].target_group = "targetgroup/another-tg/0123456789abcdef".to_owned();
    });
    assert_verdict(&changed.check(&["4-5"]), "4-5", "load", "waiting", None);
}

#[test]
fn alarms_that_the_policy_names_and_somebody_deleted_have_failed() {
    let changed = Changed::by(|state| {
        for name in &mut state.alarms {
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
    let changed = Changed::by(|state| state.health = Health::Refusing);
    assert_verdict(&changed.check(&["4-3"]), "4-3", "healthy", "failed", Some("app-not-started"));
}

#[test]
fn the_boot_log_tells_why_nothing_listens() {
    let changed = Changed::by(|state| {
        state.health = Health::Refusing;
        state.boot_log =
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
    let changed = Changed::by(|state| "127.0.0.1".clone_into(&mut state.dns_name));
    // The lab's load balancer admits nobody on this shop's port, so that whatever is no page has this cause.
    for (status, verdict, cause) in
        [(200, "passed", None), (404, "failed", Some("alb-sg-blocks-in")), (502, "failed", Some("alb-sg-blocks-in"))]
    {
        let shop = Shop::open(status);
        let home = home_with("port", &shop.port);
        let checked = check_at_home(&mut tutor(&changed.lab.account), home.path(), &["4-5"]);
        assert_verdict(&checked, "4-5", "site", verdict, cause);
    }
}

/// The VPC's network ACL denies HTTP before it lets everything pass.
const DENY_HTTP: &str = "
vpc=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=ec-site-vpc --query 'Vpcs[0].VpcId' --output text)
acl=$(aws ec2 describe-network-acls --filters Name=vpc-id,Values=\"$vpc\" --query 'NetworkAcls[0].NetworkAclId' \
--output text)
aws ec2 create-network-acl-entry --network-acl-id \"$acl\" --ingress --rule-number 50 --rule-action deny \
--protocol tcp --port-range From=80,To=80 --cidr-block 0.0.0.0/0
";

#[test]
fn a_network_acl_that_drops_health_checks_is_named_and_mended_by_the_command_that_is_shown() {
    let changed = Changed::by(|state| state.health = Health::Lost);
    let sound = changed.check(&["4-3"]);
    changed.perform(DENY_HTTP);
    let denied = changed.check(&["4-3"]);
    let said = ["en", "ja"].map(|language| changed.explained("4-3", language));
    // Mended first, because other tests have the same account.
    changed.perform(&commands(denied.check("4-3", "healthy")));
    let mended = changed.check(&["4-3"]);

    assert_verdict(&sound, "4-3", "healthy", "failed", Some("target-timeout"));
    assert_verdict(&denied, "4-3", "healthy", "failed", Some("network-acl"));
    let [en, ja] = said;
    assert!(en.contains("A network ACL drops") && en.contains("to port 80: inbound rule 50"), "{en}");
    assert!(ja.contains("ネットワーク ACL で止められて") && ja.contains("インバウンドルール 50"), "{ja}");
    assert_verdict(&mended, "4-3", "healthy", "failed", Some("target-timeout"));
}

#[test]
fn where_network_acls_may_not_be_read_that_is_said_and_nothing_else_is_accused() {
    let changed = Changed::by(|state| state.health = Health::Lost);
    let front = Front::before(&changed.lab.account);
    front.on("ec2", "DescribeNetworkAcls", |call| {
        answers::error(call, 403, "UnauthorizedOperation", "You are not authorized to perform this operation.")
    });
    let checked = check(&front.account, &["4-3"]);
    assert_verdict(&checked, "4-3", "healthy", "failed", Some("target-timeout"));
    let evidence = checked.check("4-3", "healthy")["evidence"].to_string();
    assert!(evidence.contains("AWS refused ec2:DescribeNetworkAcls"), "{evidence}");
}

/// A listener of the lab's load balancer on $port, which visitors may reach, with a rule that sends all of them away.
const SEND_AWAY: &str = "
group=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ec-site-alb-sg \
--query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id \"$group\" --protocol tcp --port \"$port\" --cidr 0.0.0.0/0
alb=$(aws elbv2 describe-load-balancers --names ec-site-alb --query 'LoadBalancers[0].LoadBalancerArn' --output text)
tg=$(aws elbv2 describe-target-groups --names ec-site-web-tg --query 'TargetGroups[0].TargetGroupArn' --output text)
listener=$(aws elbv2 create-listener --load-balancer-arn \"$alb\" --protocol HTTP --port \"$port\" \
--default-actions \"Type=forward,TargetGroupArn=$tg\" --query 'Listeners[0].ListenerArn' --output text)
aws elbv2 create-rule --listener-arn \"$listener\" --priority 10 --conditions 'Field=path-pattern,Values=/*' \
--actions 'Type=redirect,RedirectConfig={Host=example.com,StatusCode=HTTP_301}'
";

/// Takes that listener away, and the rule that lets visitors reach it.
const CLOSE: &str = "
group=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ec-site-alb-sg \
--query 'SecurityGroups[0].GroupId' --output text)
aws ec2 revoke-security-group-ingress --group-id \"$group\" --protocol tcp --port \"$port\" --cidr 0.0.0.0/0
alb=$(aws elbv2 describe-load-balancers --names ec-site-alb --query 'LoadBalancers[0].LoadBalancerArn' --output text)
listener=$(aws elbv2 describe-listeners --load-balancer-arn \"$alb\" \
--query \"Listeners[?Port==\\`$port\\`].ListenerArn\" --output text)
aws elbv2 delete-listener --listener-arn \"$listener\"
";

#[test]
fn a_rule_that_sends_visitors_away_is_named_and_mended_by_the_command_that_is_shown() {
    let changed = Changed::by(|state| "127.0.0.1".clone_into(&mut state.dns_name));
    let shop = Shop::open(301);
    let home = home_with("port", &shop.port);
    let check = || check_at_home(&mut tutor(&changed.lab.account), home.path(), &["4-5"]);
    changed.perform(&format!("port={}\n{SEND_AWAY}", shop.port));
    let sent_away = check();
    changed.perform(&commands(sent_away.check("4-5", "site")));
    shop.answer_with(200);
    let mended = check();
    changed.perform(&format!("port={}\n{CLOSE}", shop.port));

    assert_verdict(&sent_away, "4-5", "site", "failed", Some("listener-rule"));
    let evidence = sent_away.check("4-5", "site")["evidence"].to_string();
    assert!(evidence.contains("Rule 10 of the listener: where path-pattern /*, then redirect HTTP_301"), "{evidence}");
    assert_verdict(&mended, "4-5", "site", "passed", None);
}
