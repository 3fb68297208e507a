//! What the program asks AWS for: reading calls alone, the account's own things, and lists to their last page.

use ec_site_tutor_testing::aws::answers::{error, page};
use ec_site_tutor_testing::aws::{Front, Reply};
use ec_site_tutor_testing::program::{Baseline, STEPS, check};

/// The lists of EC2 with the element that holds their items.
const LISTS: [(&str, &str); 8] = [
    ("DescribeVpcs", "vpcSet"),
    ("DescribeInternetGateways", "internetGatewaySet"),
    ("DescribeSubnets", "subnetSet"),
    ("DescribeRouteTables", "routeTableSet"),
    ("DescribeNatGateways", "natGatewaySet"),
    ("DescribeSecurityGroups", "securityGroupInfo"),
    ("DescribeInstances", "reservationSet"),
    ("DescribeImages", "imagesSet"),
];

#[test]
fn lists_are_read_to_their_last_page_though_the_first_one_is_empty() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    for (action, set) in LISTS {
        front.on("ec2", action, move |call| page(call, set));
    }
    let checked = check(&front.account, &STEPS);
    assert_eq!(checked.by_status(&STEPS), sound.verdicts);
    // The default VPC and the course's, its own group and the course's three, and so on, behind an empty page each.
    assert_eq!(front.count("DescribeVpcs"), 3);
    for (action, _) in LISTS {
        assert!(front.count(action) >= 2, "{action}");
    }
}

/// As in AWS, more than a thousand public images would come otherwise.
#[test]
fn only_the_accounts_own_images_are_asked_for() {
    let sound = Baseline::finished();
    let front = Front::before(&sound.account);
    front.on("ec2", "DescribeImages", |call| match call.parameter("Owner.1").as_deref() {
        Some("self") => Reply::PassOn,
        _ => error(call, 403, "UnauthorizedOperation", "Only your own images."),
    });
    assert_eq!(check(&front.account, &STEPS).by_status(&STEPS), sound.verdicts);
}

#[test]
fn a_whole_check_only_describes_gets_and_lists() {
    let front = Front::before(&Baseline::finished().account);
    check(&front.account, &[]);
    let calls = front.calls();
    for needed in [("ec2", "DescribeVpcs"), ("iam", "GetInstanceProfile"), ("sts", "GetCallerIdentity")] {
        assert!(calls.contains(&(needed.0.to_owned(), needed.1.to_owned())), "{needed:?} is not in {calls:?}");
    }
    let reads = |action: &str| ["Describe", "Get", "List"].iter().any(|verb| action.starts_with(verb));
    let others: Vec<_> = calls.iter().filter(|(_, action)| !reads(action)).collect();
    assert_eq!(others, Vec::<&(String, String)>::new());
    assert_eq!(front.strangers(), Vec::<String>::new(), "nothing but calls to AWS is sent");
}
