//! Accounts as they are saved: stages of the scenarios, and what goes wrong for real learners.

use serde_json::{Value, json};

const FINISHED: &str = include_str!("../../core/tests/scenarios/base/finished.json");
const BEFORE_1_1: &str = include_str!("../../core/tests/scenarios/base/before-1-1.json");
const AFTER_2_4: &str = include_str!("../../core/tests/scenarios/base/after-2-4.json");

/// The finished lab.
pub fn finished() -> Value {
    serde_json::from_str(FINISHED).unwrap()
}

/// Only what the lesson starts from.
pub fn before_1_1() -> Value {
    serde_json::from_str(BEFORE_1_1).unwrap()
}

/// Everything is made up to the launch template; the next is the group with its load balancer.
pub fn before_4_1() -> Value {
    let mut account = finished();
    for area in ["auto_scaling_groups", "load_balancers", "listeners", "target_groups", "target_health"] {
        account[area] = json!({ "seen": [] });
    }
    for area in ["scaling_policies", "activities", "alarms", "request_counts"] {
        account[area] = json!({ "seen": [] });
    }
    account["site"] = json!("not_asked");
    account["instances"]["seen"].as_array_mut().unwrap().truncate(1);
    account["instances"]["seen"][0]["state"] = "running".into();
    account
}

/// Everything up to the image.
pub fn after_2_4() -> Value {
    serde_json::from_str(AFTER_2_4).unwrap()
}

/// A rule of the listener sends every visitor elsewhere.
pub fn sent_elsewhere() -> Value {
    let mut account = finished();
    account["site"] = json!({ "seen": { "answered": {
        "status": 301, "server": "awselb/2.0", "location": "https://example.com/", "followed": ["http://example.com/a"],
    } } });
    account["listener_rules"] = json!({ "seen": [{
        "arn": "arn:aws:elasticloadbalancing:us-east-1:418602573914:listener-rule/app/ec-site-alb/1/2/3",
        "priority": 10,
        "conditions": [{ "field": "path-pattern", "values": ["/*"] }],
        "actions": [{ "kind": "redirect", "answer": "HTTP_301 https://example.com:443/" }],
    }] });
    account
}

/// The NAT gateway was deleted to save money.
pub fn blackhole() -> Value {
    let mut account = finished();
    account["route_tables"]["seen"][2]["routes"][1]["state"] = "blackhole".into();
    account["nat_gateways"]["seen"][0]["state"] = "deleted".into();
    account
}

/// Every target has failed for good.
pub fn all_unhealthy() -> Value {
    let mut account = grown(2);
    for target in account["target_health"]["seen"].as_array_mut().unwrap() {
        target["state"] = "unhealthy".into();
        target["reason"] = "Target.FailedHealthChecks".into();
    }
    account
}

/// The group has this many instances, spread over its zones; the last one is just coming in.
pub fn grown(count: usize) -> Value {
    let mut account = finished();
    account["auto_scaling_groups"]["seen"][0]["desired"] = count.into();
    for index in 1..count {
        let id = format!("i-0a590000000000{index:03x}");
        let zone = if index % 2 == 1 { "us-east-1c" } else { "us-east-1a" };
        let subnet = if index % 2 == 1 { "subnet-0bc22222222222222" } else { "subnet-0ba22222222222222" };
        let coming = index + 1 == count && count > 2;
        let mut instance = account["instances"]["seen"][1].clone();
        instance["id"] = id.clone().into();
        instance["zone"] = zone.into();
        instance["subnet"] = subnet.into();
        if coming {
            instance["launched_at"] = "2026-05-20T11:58:00Z".into();
        }
        push(&mut account["instances"], instance);
        let lifecycle = if coming { "Pending" } else { "InService" };
        let member = json!({ "id": id, "zone": zone, "lifecycle": lifecycle, "health": "Healthy" });
        account["auto_scaling_groups"]["seen"][0]["instances"].as_array_mut().unwrap().push(member);
        let state = if coming { "initial" } else { "healthy" };
        let reason = coming.then_some("Elb.RegistrationInProgress");
        push(
            &mut account["target_health"],
            json!({ "target": id, "port": 80, "state": state, "reason": reason, "description": null }),
        );
    }
    account
}

/// Four zones, in one of which the load balancer doesn't stand.
pub fn four_zones() -> Value {
    let mut account = grown(3);
    for zone in ["us-east-1d", "us-east-1f"] {
        let id = format!("subnet-0b{zone}");
        push(
            &mut account["subnets"],
            json!({ "id": id, "name": format!("ec-site-private-{zone}"), "vpc": "vpc-0a1b2c3d4e5f60718", "zone": zone, "cidr": "10.0.20.0/24", "state": "available" }),
        );
        account["auto_scaling_groups"]["seen"][0]["subnets"].as_array_mut().unwrap().push(id.into());
    }
    account["load_balancers"]["seen"][0]["zones"]
        .as_array_mut()
        .unwrap()
        .push(json!(["us-east-1d", "subnet-0aa11111111111111"]));
    account
}

/// The wizard's defaults: internal, with the template's groups; and a second listener, a target entered by hand.
pub fn wizard_defaults() -> Value {
    let mut account = finished();
    account["load_balancers"]["seen"][0]["scheme"] = "internal".into();
    account["load_balancers"]["seen"][0]["security_groups"] = json!(["sg-0eb02000000000000", "sg-0d503000000000000"]);
    let mut second = account["listeners"]["seen"][0].clone();
    second["arn"] =
        "arn:aws:elasticloadbalancing:us-east-1:418602573914:listener/app/ec-site-alb/50dc6c495c0c9188/2".into();
    second["port"] = 443.into();
    second["protocol"] = "HTTPS".into();
    second["forwards"] = json!([]);
    second["action"] = "redirect".into();
    push(&mut account["listeners"], second);
    push(
        &mut account["target_health"],
        json!({ "target": "i-0ba5e000000000001", "port": 80, "state": "unused", "reason": "Target.InvalidState", "description": null }),
    );
    account
}

/// Some of it may not be read.
pub fn half_blind() -> Value {
    let mut account = finished();
    let denied =
        |action: &str| json!({ "denied": { "action": action, "message": "no identity-based policy allows it" } });
    account["security_groups"] = denied("ec2:DescribeSecurityGroups");
    account["target_health"] = denied("elasticloadbalancing:DescribeTargetHealth");
    account["nat_gateways"] = denied("ec2:DescribeNatGateways");
    account
}

/// Nothing may be read.
pub fn blind() -> Value {
    let mut account = finished();
    let failed = json!({ "failed": { "action": "sts:GetCallerIdentity", "kind": "credentials-expired", "detail": "ExpiredToken" } });
    for (name, area) in account.as_object_mut().unwrap() {
        if !matches!(name.as_str(), "taken_at" | "region") {
            *area = failed.clone();
        }
    }
    account
}

/// Adds an item to an area that was seen.
pub fn push(area: &mut Value, item: Value) {
    area["seen"].as_array_mut().unwrap().push(item);
}

/// Every account, by name.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("finished", finished()),
        ("before-1-1", before_1_1()),
        ("after-2-4", after_2_4()),
        ("before-4-1", before_4_1()),
        ("blackhole", blackhole()),
        ("sent-elsewhere", sent_elsewhere()),
        ("all-unhealthy", all_unhealthy()),
        ("four-zones", four_zones()),
        ("scale-out", grown(4)),
        ("wizard", wizard_defaults()),
        ("half-blind", half_blind()),
        ("blind", blind()),
    ]
}
