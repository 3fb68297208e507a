//! VPC Block Public Access: every state of a VPC with every state of its subnets, and what gets through.

use serde_json::{Value, json};

use super::{LESSON, base, scenario};

const OFF: Option<&str> = Some("off");
const INGRESS: Option<&str> = Some("block-ingress");
const BOTH: Option<&str> = Some("block-bidirectional");
/// A word that AWS may add: nobody knows what it keeps out.
const NEW: Option<&str> = Some("block-brand-new");

/// The finished account, with these states of the VPC, of its public subnets and of its private ones.
fn account(vpc: Option<&str>, public: Option<&str>, private: Option<&str>) -> Value {
    let mut account = base("finished");
    for found in account["vpcs"]["seen"].as_array_mut().unwrap() {
        found["block_mode"] = json!(vpc);
    }
    for subnet in account["subnets"]["seen"].as_array_mut().unwrap() {
        let is_public = subnet["name"].as_str().unwrap().contains("public");
        subnet["block_mode"] = json!(if is_public { public } else { private });
    }
    account
}

/// What the checks of the ways in and out say: public subnets, the load balancer's, the private route.
fn verdicts(account: &Value) -> [String; 3] {
    let verdicts = scenario::verdicts_of(&LESSON, account);
    ["preflight/public-subnets", "4-1/zones", "preflight/private-route-a"].map(|check| {
        let verdict = &verdicts[check];
        let cause = verdict.cause.as_ref().map(|cause| format!(" {}", cause.id)).unwrap_or_default();
        format!("{:?}{cause}", verdict.status)
    })
}

const OPEN: [&str; 3] = ["Passed", "Passed", "Passed"];
const NO_VISITOR: [&str; 3] = ["Failed block-public-access", "Failed block-public-access", "Passed"];
const NOTHING: [&str; 3] = ["Failed block-public-access", "Failed block-public-access", "Failed block-public-access"];
const PERHAPS_OUT: [&str; 3] = ["Passed", "Passed", "Manual"];

#[test]
fn what_gets_through() {
    let table = [
        // Where AWS says nothing of the subnets, their VPC's state is theirs.
        (None, None, None, OPEN),
        (OFF, None, None, OPEN),
        (INGRESS, None, None, NO_VISITOR),
        (BOTH, None, None, NOTHING),
        (NEW, None, None, OPEN),
        // What AWS says of a subnet has its exclusions in it.
        (None, INGRESS, INGRESS, NO_VISITOR),
        (None, BOTH, BOTH, NOTHING),
        (BOTH, BOTH, BOTH, NOTHING),
        (BOTH, OFF, OFF, OPEN),
        (INGRESS, OFF, INGRESS, OPEN),
        (INGRESS, OFF, OFF, OPEN),
        (BOTH, INGRESS, INGRESS, NO_VISITOR),
        (BOTH, OFF, BOTH, PERHAPS_OUT),
        (OFF, OFF, OFF, OPEN),
        (OFF, NEW, NEW, OPEN),
    ];
    for (vpc, public, private, expected) in table {
        assert_eq!(verdicts(&account(vpc, public, private)), expected, "{vpc:?}, {public:?}, {private:?}");
    }
}

/// A site that nobody reaches is never called sound, and never blamed on what lets everybody in.
#[test]
fn what_is_passed_beside_it_stays_passed() {
    let before = scenario::verdicts_of(&LESSON, &base("finished"));
    let after = scenario::verdicts_of(&LESSON, &account(BOTH, BOTH, BOTH));
    let changed: Vec<&str> =
        before.iter().filter(|(id, verdict)| after[*id].status != verdict.status).map(|(id, _)| id.as_str()).collect();
    let expected = ["4-1/zones", "preflight/private-route-a", "preflight/private-route-c", "preflight/public-subnets"];
    assert_eq!(changed, expected);
}
