//! Names that were meant and names that only sound alike.

use test_case::test_case;

use super::*;

#[test_case("ec-site-alb-sg", "EC-Site-ALB-sg" => Some(Likeness::Form); "case")]
#[test_case("ec-site-alb-sg", "ec-site-alb-sg " => Some(Likeness::Form); "space at the end")]
#[test_case("ec-site-web", "ec\u{ff0d}site\u{30fc}web" => Some(Likeness::Form); "dashes")]
#[test_case("ec-site-alb-sg", "ecsite-alb-sg" => Some(Likeness::Separators); "glued")]
#[test_case("ec-site-alb-sg", "ec_site_alb_sg" => Some(Likeness::Separators); "underscores")]
#[test_case("ec-site-alb-sg", "ec-site-sg-alb" => Some(Likeness::Order); "swapped parts")]
#[test_case("ec-site-alb-sg", "ec-site-abl-sg" => Some(Likeness::Letters(1)); "swapped letters")]
#[test_case("ec-site-alb-sg", "ec-sitte-albs-sg" => Some(Likeness::Letters(2)); "two slips")]
#[test_case("ec-site-alb-sg", "ecsite-abl-sg" => Some(Likeness::Letters(2)); "glued and swapped")]
#[test_case("RequestCountPolicy", "RequestCountPolcy" => Some(Likeness::Letters(1)); "one word")]
#[test_case("ec-site-alb-sg", "ec-site-sg" => Some(Likeness::PartMissing("alb".into())); "missing part")]
#[test_case("ec-site-vpc", "ec-site-vpc-vpc" => Some(Likeness::PartTooMany("vpc".into())); "part twice")]
#[test_case("ec-site-private-us-east-1a", "ec-site-subnet-private1-us-east-1a"
    => Some(Likeness::PartAndLetters("subnet".into(), 1)); "as the console's wizard names it")]
#[test_case("ec2-rds-1", "ec2-rds-2" => Some(Likeness::Numbering); "another number")]
#[test_case("ec-site-private-us-east-1a", "ec-site-private-us-east-1b" => Some(Likeness::Numbering); "another zone")]
#[test_case("ec-site-web", "ec-site-web1" => Some(Likeness::Letters(1)); "numbered")]
#[test_case("ec-site-alb-sg", "ec-site-web-sg" => None; "another group of the lab")]
#[test_case("ec-site-alb-sg", "ec-site-db-sg" => None; "the database's group")]
#[test_case("ec-site-alb-sg", "ec-site-rds-sg" => None; "another short word")]
#[test_case("ec2-rds-1", "rds-ec2-1" => None; "the other side of the pair")]
#[test_case("ec-site-web", "ec-site-bastion" => None; "another instance")]
#[test_case("ec-site-vpc", "default" => None; "nothing alike")]
#[test_case("ec-site-vpc", "" => None; "nothing at all")]
#[test_case("ec-site-private-us-east-1a", "ec-site-private-us-west-1a" => None; "another region's name")]
#[test_case("ec-site-web-tg", "ec-site" => None; "too little in common")]
fn names(wanted: &str, found: &str) -> Option<Likeness> {
    likeness(wanted, found)
}

#[test]
fn likelier_mistakes_come_first() {
    let found =
        ["ec-site-alb-sg", "ec-site-alb-sg ", "ec-sitealb-sg", "ec-site-abl-sg", "ec-sitee-abl-sg", "ec-site-sg"];
    let distances: Vec<usize> =
        found.iter().map(|found| likeness("ec-site-alb-sg", found).unwrap().distance()).collect();
    assert!(distances.is_sorted_by(|one, next| one < next), "{distances:?}");
}
