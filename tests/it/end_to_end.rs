//! The lesson from an empty account to the finished image, performed with the lesson's own commands, and the slips
//! that learners make on the way. After each the program says what stands and what is open.

use ec_site_tutor_testing::aws::{Account, Front, Ids, Moto};
use ec_site_tutor_testing::program::{Checked, STEPS, check, check_by, text, tutor};
use ec_site_tutor_testing::shell::perform;

const NOT_DONE: i32 = 1;
const WRONG_USAGE: i32 = 2;

fn account_with(parts: &[&str]) -> (Account, Ids) {
    let account = Moto::shared().account();
    let ids = account.lay(parts);
    (account, ids)
}

/// That a check failed, for this cause, and that it shows `evidence`: the very id or rule that is wrong.
#[track_caller]
fn assert_failed(checked: &Checked, step: &str, id: &str, cause: Option<&str>, evidence: &str) {
    let check = checked.check(step, id);
    assert_eq!(check["status"], "failed", "{check:#}");
    assert_eq!(checked.cause(step, id), cause, "{check:#}");
    assert!(text(&check["actual"]).contains(evidence), "{evidence} is not in {check:#}");
    for said in ["expected", "why", "fix"] {
        assert!(!text(&check[said]).is_empty(), "{said} is empty in {check:#}");
    }
}

#[test]
fn in_an_empty_account_the_first_step_has_failed_and_locks_all_others() {
    let account = Moto::shared().account();
    let checked = check(&account, &[]);
    assert_eq!(checked.exit, NOT_DONE);
    assert_eq!(checked.document["schema"], 1);
    assert_eq!(checked.document["lesson"], "step4");
    assert_eq!(checked.document["account"], account.number.as_str());
    assert_eq!(checked.document["region"], "us-east-1");
    let at: jiff::Timestamp = text(&checked.document["checked_at"]).parse().unwrap();
    assert!(at.duration_until(jiff::Timestamp::now()).as_secs() < 120, "{at}");
    assert_eq!(
        checked.standing(&STEPS),
        [
            "failed",
            "failed locked",
            "skipped locked",
            "passed locked",
            "manual locked",
            "failed locked",
            "failed locked"
        ]
    );
    let preflight = checked.by_status(&["preflight"]);
    assert_eq!(
        preflight["passed"].iter().map(String::as_str).collect::<Vec<_>>(),
        ["preflight/identity", "preflight/region"]
    );
    assert_failed(&checked, "preflight", "vpc", Some("vpc-missing"), "ec-site-vpc");
    assert_failed(&checked, "preflight", "instance-profile", Some("profile-missing"), "ec-site-web-SSMRole");
}

#[test]
fn after_steps_0_to_3_only_the_first_step_of_this_lesson_is_open() {
    let (account, ids) = account_with(&["steps_0_to_3"]);
    let checked = check(&account, &[]);
    assert_eq!(checked.exit, NOT_DONE);
    assert_eq!(
        checked.standing(&STEPS),
        ["passed", "failed", "failed locked", "passed locked", "manual locked", "failed locked", "failed locked"]
    );
    let preflight = &checked.by_status(&["preflight"]);
    assert_eq!(preflight.keys().collect::<Vec<_>>(), ["passed"], "{preflight:?}");
    for (check, name) in [
        ("vpc", "vpc"),
        ("internet-gateway", "internet-gateway"),
        ("private-subnet-a", "ec-site-private-us-east-1a"),
        ("private-subnet-c", "ec-site-private-us-east-1c"),
        ("private-route-a", "nat-gateway"),
        ("web-security-group", "ec-site-web-sg"),
        ("rds-security-group", "ec2-rds-1"),
        ("base-instance", "ec-site-web"),
        ("instance-profile", "instance-profile"),
    ] {
        let actual = text(&checked.check("preflight", check)["actual"]);
        assert!(actual.contains(ids.get(name)), "{check}: {} is not in {actual}", ids.get(name));
    }
}

#[test]
fn the_commands_that_only_look_show_what_the_steps_before_left() {
    let (account, ids) = account_with(&["steps_0_to_3"]);
    let seen = perform(&account, "preflight-cli.sh");
    for name in ["vpc", "internet-gateway", "nat-gateway", "ec-site-web-sg", "ec2-rds-1", "ec-site-web"] {
        assert!(seen.contains(ids.get(name)), "{name} is not in {seen}");
    }
    let seen = perform(&account, "2-1-cli.sh");
    assert!(seen.contains(&account.number) && seen.contains("us-east-1"), "{seen}");
}

#[test]
fn an_open_rule_left_beside_the_right_one_fails_and_is_named() {
    let (account, _) = account_with(&["steps_0_to_3", "alb_group", "web_rule_added"]);
    let checked = check(&account, &STEPS);
    assert_eq!(checked.exit, NOT_DONE);
    assert_failed(&checked, "1-2", "ingress", Some("sg-wrong-inbound"), "0.0.0.0/0");
    assert!(text(&checked.check("1-2", "ingress")["fix"]).contains("0.0.0.0/0"));
    assert_eq!(checked.step("1-2")["locked"], false);
    assert_eq!(checked.step("2-1")["locked"], true);
}

#[test]
fn the_group_made_in_another_vpc_does_not_count_and_the_other_vpc_is_named() {
    let (account, ids) = account_with(&["steps_0_to_3", "alb_group_in_default_vpc"]);
    let checked = check(&account, &STEPS);
    assert_failed(&checked, "1-1", "group", Some("wrong-vpc"), ids.get("default-vpc"));
    assert_eq!(checked.check("1-1", "ingress")["status"], "skipped");
    // What is open to everybody is wrong whichever group is to be let in.
    assert_failed(&checked, "1-2", "ingress", None, "0.0.0.0/0");
}

#[test]
fn a_deleted_nat_gateway_is_a_black_hole_for_both_private_subnets() {
    let (account, ids) = account_with(&["steps_0_to_3", "nat_gateway_deleted"]);
    let checked = check(&account, &["preflight"]);
    for route in ["private-route-a", "private-route-c"] {
        assert_failed(&checked, "preflight", route, Some("route-blackhole"), ids.get("nat-gateway"));
    }
    assert_eq!(checked.by_status(&["preflight"])["failed"].len(), 2);
}

#[test]
fn a_terminated_base_instance_is_not_there_although_aws_still_lists_it() {
    let (account, ids) = account_with(&["steps_0_to_3", "base_instance_terminated"]);
    let checked = check(&account, &["preflight"]);
    assert_failed(&checked, "preflight", "base-instance", Some("deleted-recently"), ids.get("ec-site-web"));
    assert_eq!(checked.by_status(&["preflight"])["failed"].len(), 1);
}

#[test]
fn an_instance_profile_without_its_role_fails() {
    let (account, ids) = account_with(&["steps_0_to_3", "role_taken_out_of_profile"]);
    let checked = check(&account, &["preflight"]);
    let profile = ids.get("instance-profile");
    assert_failed(&checked, "preflight", "instance-profile", Some("profile-without-role"), profile);
}

#[test]
fn an_image_of_another_instance_fails_though_its_name_is_right() {
    let (account, ids) = account_with(&["steps_0_to_3", "image_of_another_instance"]);
    let checked = check(&account, &STEPS);
    assert_eq!(checked.check("2-3", "image")["status"], "passed");
    assert_failed(&checked, "2-3", "source", Some("image-wrong-source"), ids.get("another-server"));
    assert!(text(&checked.check("2-3", "source")["actual"]).contains(ids.get("ec-site-web")));
    let description = checked.check("2-3", "description");
    assert_eq!((&description["status"], &description["required"]), (&"failed".into(), &false.into()));
}

#[test]
fn in_another_region_the_region_is_named_as_the_reason() {
    let (account, _) = account_with(&["steps_0_to_3"]);
    let checked = check_by(tutor(&account).env("AWS_REGION", "us-west-2"), &STEPS);
    assert_eq!(checked.exit, NOT_DONE);
    assert_eq!(checked.document["region"], "us-west-2");
    assert_failed(&checked, "preflight", "region", Some("wrong-region"), "us-west-2");
    assert_eq!(checked.check("preflight", "vpc")["status"], "failed");
    // IAM knows no regions.
    assert_eq!(checked.check("preflight", "instance-profile")["status"], "passed");
}

#[test]
fn the_same_verdicts_in_japanese() {
    let (account, _) = account_with(&["steps_0_to_3", "alb_group", "web_rule_added"]);
    let english = check(&account, &[]);
    let japanese = check_by(tutor(&account).args(["--lang", "ja"]), &[]);
    assert_eq!(japanese.exit, english.exit);
    let steps = STEPS.to_vec();
    assert_eq!(japanese.by_status(&steps), english.by_status(&steps));
    assert_eq!(japanese.standing(&steps), english.standing(&steps));
    assert_ne!(japanese.check("1-2", "ingress")["fix"], english.check("1-2", "ingress")["fix"]);
}

#[test]
fn a_step_that_is_not_in_the_lesson_is_wrong_usage_and_nothing_is_read() {
    let account = Moto::shared().account();
    let front = Front::before(&account);
    let output = tutor(&front.account).args(["check", "9-9", "--json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(WRONG_USAGE));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("9-9"));
    assert_eq!(front.calls(), []);
}
