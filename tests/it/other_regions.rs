//! The lab stands in another region: told where it does, and asked for only where nothing of the lab is here.

use ec_site_tutor_testing::aws::answers::error;
use ec_site_tutor_testing::aws::{Front, Moto};
use ec_site_tutor_testing::program::{Baseline, STEPS, check, text};
use ec_site_tutor_testing::shell::perform_in;

const TOKYO: &str = "aws ec2 create-vpc --region ap-northeast-1 --cidr-block 10.0.0.0/16 --query Vpc.VpcId --output text \
    --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=ec-site-vpc}]'";

const TOKYO_GROUP: &str = "aws ec2 create-security-group --region ap-northeast-1 --group-name ec-site-alb-sg \
    --description 'for ec-site ALB' --query GroupId --output text";

#[test]
fn a_vpc_in_another_region_is_found_there() {
    let account = Moto::shared().account();
    let home = tempfile::tempdir().expect("a temporary folder");
    let vpc = perform_in(&account, home.path(), TOKYO);
    let group = perform_in(&account, home.path(), TOKYO_GROUP);
    let front = Front::before(&account);
    let checked = check(&front.account, &["preflight"]);
    assert_eq!(text(&checked.check("preflight", "vpc")["status"]), "failed");
    assert_eq!(checked.cause("preflight", "vpc"), Some("wrong-region"), "{:#}", checked.document);
    let evidence = checked.check("preflight", "vpc")["evidence"].to_string();
    assert!(evidence.contains(&format!("ap-northeast-1 ({})", vpc.trim())), "{evidence}");
    assert!(
        evidence.contains(&format!("ec-site-alb-sg was found in: ap-northeast-1 ({})", group.trim())),
        "{evidence}"
    );
    assert_eq!(front.count("DescribeRegions"), 1);
    assert!(front.count("DescribeVpcs") > 10, "every region is asked: {}", front.count("DescribeVpcs"));
}

#[test]
fn a_right_account_asks_no_other_region_and_no_list_that_it_does_not_need() {
    let front = Front::before(&Baseline::finished().account);
    check(&front.account, &STEPS);
    assert_eq!((front.count("DescribeVpcs"), front.count("DescribeRegions")), (1, 0));
    assert_eq!(front.count("ListInstanceProfiles"), 0);
}

#[test]
fn regions_that_may_not_be_listed_take_nothing_away() {
    let front = Front::before(&Baseline::empty().account);
    front.on("ec2", "DescribeRegions", |call| error(call, 403, "UnauthorizedOperation", "You are not authorized."));
    let checked = check(&front.account, &STEPS);
    assert_eq!(checked.by_status(&STEPS), Baseline::empty().verdicts);
    assert_ne!(checked.cause("preflight", "vpc"), Some("wrong-region"));
}
