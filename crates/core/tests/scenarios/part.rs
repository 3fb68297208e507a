//! A look reads of instances, security groups and images only the lab's own where the lab is complete: those in the VPC of
//! its load balancer, and the images of its name. Where that part is all right, the rest of the account must say nothing
//! else.

use ec_site_tutor_core::verify::Status;
use serde_json::{Value, json};

use super::catalogue::report;
use super::properties::accounts;
use super::{LESSON, base};

/// What AWS leaves of an account by its filters; none where it has no load balancer of the lab's name.
fn part(account: &Value) -> Option<Value> {
    let alb = LESSON.values.get("alb").unwrap();
    let balancers = account["load_balancers"]["seen"].as_array()?;
    let vpc = balancers.iter().find(|balancer| balancer["name"] == alb)?["vpc"].clone();
    let mut part = account.clone();
    for (area, field, wanted) in [
        ("instances", "vpc", vpc.clone()),
        ("security_groups", "vpc", vpc),
        ("images", "image_name", json!(LESSON.values.get("image").unwrap())),
    ] {
        if let Some(all) = part[area].get_mut("seen").and_then(Value::as_array_mut) {
            all.retain(|one| one[field] == wanted);
        }
    }
    Some(part)
}

fn is_right(account: &Value) -> bool {
    let report = report(account);
    let mut required = report.steps.iter().flat_map(|step| &step.checks).filter(|check| check.required);
    let ids = |area: &str, field: &str| -> Vec<String> {
        let all = account[area]["seen"].as_array().into_iter().flatten();
        all.map(|one| one[field].as_str().unwrap().to_owned()).collect()
    };
    let instances = ids("instances", "id");
    required.all(|check| matches!(check.verdict.status, Status::Passed | Status::Manual))
        && ids("target_health", "target").iter().all(|target| instances.contains(target))
}

/// The account with the same things once more where others have them: names don't tell them apart.
fn beside_others(mut account: Value) -> Value {
    for (area, id, changes) in [
        ("instances", "i-0", json!({ "vpc": "vpc-0defa0170000000000" })),
        ("security_groups", "sg-0", json!({ "vpc": "vpc-0defa0170000000000", "ingress": [], "egress": [] })),
        ("images", "ami-0", json!({ "image_name": "another", "source_instance": null })),
    ] {
        let Some(all) = account[area].get_mut("seen").and_then(Value::as_array_mut) else { continue };
        for mut one in all.clone() {
            let text = one["id"].as_str().unwrap().replacen(id, &format!("{id}f"), 1);
            one["id"] = json!(text);
            changes.as_object().unwrap().iter().for_each(|(name, value)| one[name] = value.clone());
            all.push(one);
        }
    }
    account
}

#[test]
fn where_the_labs_part_is_right_the_whole_account_is() {
    let mut right = 0;
    for (label, account) in accounts() {
        for account in [account.clone(), beside_others(account.clone())] {
            let Some(part) = part(&account).filter(is_right) else { continue };
            right += 1;
            assert_eq!(report(&part).steps, report(&account).steps, "{label}");
        }
    }
    assert!(right > 10, "{right} accounts are right, or this tries nothing");
}

#[test]
fn what_is_left_out_is_all_but_the_lab() {
    let whole = beside_others(base("finished"));
    let part = part(&whole).unwrap();
    assert!(is_right(&part));
    for area in ["instances", "security_groups", "images"] {
        let count = |account: &Value| account[area]["seen"].as_array().unwrap().len();
        assert!(count(&part) * 2 <= count(&whole), "{area}");
    }
}
