//! What can go wrong between the program and AWS. What can't be told is unknown: never passed, never failed, and
//! never "not there". What can be told keeps its verdict.

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use ec_site_tutor_testing::aws::answers::{error, page};
use ec_site_tutor_testing::aws::{Account, Call, Front, Reply};
use ec_site_tutor_testing::program::{Baseline, Checked, STEPS, check, check_by, names, text, tutor};
use test_case::test_matrix;

const NOT_DONE: i32 = 1;
const UNKNOWN: i32 = 3;

/// A call and the checks that can't be made without its answer.
struct Target {
    service: &'static str,
    action: &'static str,
    checks: &'static [&'static str],
}

const VPCS: Target = Target {
    service: "ec2",
    action: "DescribeVpcs",
    checks: &[
        "preflight/vpc",
        "preflight/internet-gateway",
        "preflight/public-subnets",
        "preflight/private-subnet-a",
        "preflight/private-subnet-c",
        "preflight/private-route-a",
        "preflight/private-route-c",
        "preflight/web-security-group",
        "preflight/rds-security-group",
        "preflight/base-instance",
        "1-1/group",
        "1-1/ingress",
        "1-1/egress",
        "1-1/ingress-ipv6",
        "1-1/description",
        "1-2/ingress",
        "2-3/source",
    ],
};
const GROUPS: Target = Target {
    service: "ec2",
    action: "DescribeSecurityGroups",
    checks: &[
        "preflight/web-security-group",
        "preflight/rds-security-group",
        "1-1/group",
        "1-1/ingress",
        "1-1/egress",
        "1-1/ingress-ipv6",
        "1-1/description",
        "1-2/ingress",
    ],
};
const IMAGES: Target = Target {
    service: "ec2",
    action: "DescribeImages",
    checks: &["2-3/image", "2-3/source", "2-3/description", "2-4/state"],
};
const PROFILE: Target =
    Target { service: "iam", action: "GetInstanceProfile", checks: &["preflight/instance-profile"] };
const IDENTITY: Target =
    Target { service: "sts", action: "GetCallerIdentity", checks: &["preflight/identity", "2-1/identity"] };

/// What goes wrong, and the cause that the program must name.
struct Fault {
    reply: fn(&Call) -> Reply,
    cause: &'static str,
}

const DENIED: Fault = Fault { reply: denied, cause: "access-denied" };
const EXPIRED: Fault = Fault { reply: expired, cause: "credentials-expired" };
const THROTTLED: Fault = Fault { reply: throttled, cause: "throttled" };
const BROKEN: Fault = Fault { reply: broken, cause: "service-error" };
const GARBAGE: Fault = Fault { reply: garbage, cause: "unreadable-answer" };
const CUT_OFF: Fault = Fault { reply: |_| Reply::Close, cause: "unreachable" };

fn denied(call: &Call) -> Reply {
    if call.service == "ec2" {
        let message = "You are not authorized to perform this operation. Encoded authorization failure message: x";
        error(call, 403, "UnauthorizedOperation", message)
    } else {
        let message = format!("User: arn:aws:iam::1:user/l is not authorized to perform: {}", call.action);
        error(call, 403, "AccessDenied", &message)
    }
}

fn expired(call: &Call) -> Reply {
    if call.service == "ec2" {
        error(call, 400, "RequestExpired", "Request has expired.")
    } else {
        error(call, 403, "ExpiredToken", "The security token included in the request is expired")
    }
}

fn throttled(call: &Call) -> Reply {
    if call.service == "ec2" {
        error(call, 503, "RequestLimitExceeded", "Request limit exceeded.")
    } else {
        error(call, 400, "Throttling", "Rate exceeded")
    }
}

fn broken(call: &Call) -> Reply {
    error(call, 500, "InternalError", "An internal error has occurred")
}

/// The page of a hotel's network, say, which comes with status 200.
fn garbage(_: &Call) -> Reply {
    let body = "<html><body>Welcome! Please sign in.</body></html>".to_owned();
    Reply::Answer { status: 200, content_type: "text/html", body }
}

/// A check of `account` where every call to `target` meets `fault`.
fn check_with(account: &Account, target: &Target, fault: &Fault) -> Checked {
    let front = Front::before(account);
    front.on(target.service, target.action, fault.reply);
    let checked = check(&front.account, &STEPS);
    assert!(front.count(target.action) > 0, "{} was never called", target.action);
    checked
}

#[track_caller]
fn assert_cause(checked: &Checked, checks: &BTreeSet<String>, cause: &str) {
    for name in checks {
        let (step, id) = name.split_once('/').unwrap();
        assert_eq!(checked.cause(step, id), Some(cause), "{:#}", checked.check(step, id));
    }
}

#[test_matrix(
    [&VPCS, &GROUPS, &IMAGES, &PROFILE, &IDENTITY],
    [&DENIED, &EXPIRED, &THROTTLED, &BROKEN, &GARBAGE, &CUT_OFF]
)]
fn what_rests_on_a_lost_answer_is_unknown_and_all_else_keeps_its_verdict(target: &Target, fault: &Fault) {
    let sound = Baseline::finished();
    let checked = check_with(&sound.account, target, fault);
    let lost = names(target.checks);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&lost));
    assert_eq!(checked.exit, UNKNOWN);
    assert_cause(&checked, &lost, fault.cause);
    let account = if target.action == IDENTITY.action { None } else { Some(sound.account.number.as_str()) };
    assert_eq!(checked.document["account"].as_str(), account);
}

#[test_matrix([&VPCS, &GROUPS, &IMAGES, &PROFILE], [&DENIED, &GARBAGE])]
fn a_lost_answer_is_not_taken_for_an_empty_one(target: &Target, fault: &Fault) {
    let sound = Baseline::empty();
    let checked = check_with(&sound.account, target, fault);
    let found = checked.by_status(&STEPS);
    // What is skipped for want of something else may stay so; what had failed by the lost answer may not.
    let unknown = &found["unknown"];
    let resting = names(target.checks);
    assert!(unknown.is_subset(&resting), "{unknown:?}");
    assert!(resting.intersection(&sound.verdicts["failed"]).all(|check| unknown.contains(check)), "{found:?}");
    assert_eq!(found, sound.verdicts_without(unknown));
    assert_eq!(checked.exit, NOT_DONE, "something else has failed for certain");
}

#[test]
fn a_step_that_is_unknown_locks_the_steps_after_it() {
    let checked = check_with(&Baseline::finished().account, &PROFILE, &DENIED);
    let standing = checked.standing(&STEPS);
    assert_eq!(standing[..3], ["unknown", "passed locked", "passed locked"]);
}

#[test]
fn a_refusal_names_the_missing_permission_and_not_the_encoded_rest() {
    let vpc = check_with(&Baseline::finished().account, &VPCS, &DENIED);
    let said = vpc.check("preflight", "vpc");
    assert!(text(&said["actual"]).contains("ec2:DescribeVpcs"), "{said:#}");
    assert!(text(&said["fix"]).contains("ec2:DescribeVpcs"), "{said:#}");
    assert!(!said.to_string().contains("Encoded"), "{said:#}");
    let profile = check_with(&Baseline::finished().account, &PROFILE, &DENIED);
    let said = profile.check("preflight", "instance-profile");
    assert!(text(&said["actual"]).contains("iam:GetInstanceProfile"), "{said:#}");
    assert!(text(&said["actual"]).contains("is not authorized to perform"), "AWS's own words: {said:#}");
}

#[test]
fn an_answer_that_tells_no_account_is_not_an_identity() {
    let reply = |_: &Call| {
        let result = "<GetCallerIdentityResult></GetCallerIdentityResult>";
        let response = "GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";
        Reply::xml(200, format!("<{response}>{result}</GetCallerIdentityResponse>"))
    };
    let fault = Fault { reply, cause: "unreadable-answer" };
    let checked = check_with(&Baseline::finished().account, &IDENTITY, &fault);
    assert_eq!(checked.by_status(&STEPS), Baseline::finished().verdicts_without(&names(IDENTITY.checks)));
    assert!(checked.document["account"].is_null(), "{}", checked.document["account"]);
}

#[test]
fn a_call_that_works_when_it_is_tried_again_costs_nothing_but_time() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    for target in [&VPCS, &PROFILE] {
        let earlier = AtomicUsize::new(0);
        front.on(target.service, target.action, move |call| match earlier.fetch_add(1, Ordering::Relaxed) {
            0 => throttled(call),
            1 => broken(call),
            _ => Reply::PassOn,
        });
    }
    let checked = check(&front.account, &STEPS);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts);
    assert_eq!((front.count("DescribeVpcs"), front.count("GetInstanceProfile")), (3, 3));
}

#[test]
fn an_answer_that_never_comes_ends_in_unknown_within_half_a_minute() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    let targets = [&GROUPS, &PROFILE];
    for target in targets {
        front.on(target.service, target.action, |_| Reply::Hang);
    }
    let started = Instant::now();
    let checked = check(&front.account, &STEPS);
    assert!(started.elapsed() < Duration::from_secs(35), "{:?}", started.elapsed());
    let lost = targets.iter().flat_map(|target| names(target.checks)).collect();
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&lost));
    assert_cause(&checked, &lost, "unreachable");
}

/// An address where nobody listens.
fn nowhere() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap()
}

#[test]
fn where_no_connection_is_made_everything_asked_of_aws_is_unknown() {
    let sound = Baseline::finished();
    let checked = check(&sound.account.at(nowhere()), &STEPS);
    let lost = sound.asked_of_aws();
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&lost));
    assert_cause(&checked, &lost, "unreachable");
    assert_eq!(checked.exit, UNKNOWN);
    assert!(checked.document["account"].is_null());
}

#[test]
fn one_service_that_can_not_be_reached_takes_nothing_else_with_it() {
    let sound = Baseline::finished();
    let checked = check_by(tutor(&sound.account).env("AWS_ENDPOINT_URL_IAM", format!("http://{}", nowhere())), &STEPS);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&names(PROFILE.checks)));
}

#[test]
fn without_credentials_everything_is_unknown_and_nothing_is_sent() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    let mut tutor = tutor(&front.account);
    for variable in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"] {
        tutor.env_remove(variable);
    }
    let checked = check_by(&mut tutor, &STEPS);
    let lost = sound.asked_of_aws();
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&lost));
    assert_cause(&checked, &lost, "credentials-missing");
    assert_eq!((checked.exit, front.calls(), front.strangers()), (UNKNOWN, vec![], vec![]));
}

#[test]
fn without_a_region_everything_is_unknown_and_nothing_is_sent() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    let mut tutor = tutor(&front.account);
    tutor.env_remove("AWS_REGION").env_remove("AWS_DEFAULT_REGION");
    let checked = check_by(&mut tutor, &STEPS);
    let lost: BTreeSet<String> = sound.verdicts["passed"].clone();
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&lost));
    assert!(checked.document["region"].is_null());
    assert_eq!((checked.exit, front.calls(), front.strangers()), (UNKNOWN, vec![], vec![]));
}

#[test]
fn a_list_that_breaks_off_in_mid_page_is_unknown_not_shorter() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    front.on("ec2", "DescribeSecurityGroups", |call| match call.parameter("NextToken") {
        None => page(call, "securityGroupInfo"),
        Some(_) => denied(call),
    });
    let checked = check(&front.account, &STEPS);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&names(GROUPS.checks)));
}

#[test]
fn a_list_whose_token_repeats_is_unknown_not_shorter() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    front.on("ec2", "DescribeImages", |_| {
        let name = "DescribeImagesResponse";
        let body = "<imagesSet/><nextToken>again</nextToken>";
        Reply::xml(200, format!("<{name} xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">{body}</{name}>"))
    });
    let checked = check(&front.account, &STEPS);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts_without(&names(IMAGES.checks)));
    assert_cause(&checked, &names(IMAGES.checks), "unreadable-answer");
}
