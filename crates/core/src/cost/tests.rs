//! What the simulated lab costs, whole and with something missing.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use test_case::test_case;

use super::*;
use crate::account::{Area, Denial};
use crate::demo::SimulatedAccount;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Pack, load};

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).unwrap()
}

fn start() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

/// The lab, done and with the base instance stopped.
fn finished() -> Snapshot {
    SimulatedAccount::finished(&lesson(), start()).snapshot(start())
}

fn denied<T>(action: &str) -> Area<T> {
    Area::Denied(Denial { action: action.into(), message: "no".into() })
}

fn items(estimate: &Estimate, kind: Kind) -> Vec<&Item> {
    estimate.items.iter().filter(|item| item.kind == kind).collect()
}

#[track_caller]
fn assert_hourly(estimate: &Estimate, expected: f64) {
    let found = estimate.total().hourly;
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}: {:#?}", estimate.items);
}

/// Disks of the base instance and of the one member, the image's snapshot, and two alarms.
const BY_THE_MONTH: f64 = (2.0 * 8.0 * 0.08 + 8.0 * 0.05 + 2.0 * 0.10) / HOURS_A_MONTH;

#[test]
fn the_finished_lab_costs_what_the_lesson_says() {
    let estimate = estimate(&lesson(), &finished(), start());
    // Load balancer with two addresses, NAT gateway with one, one member without any.
    assert_hourly(&estimate, 0.0225 + 2.0 * 0.005 + 0.045 + 0.005 + 0.0208 + BY_THE_MONTH);
    let total = estimate.total();
    assert!(!total.hourly_at_least && !total.so_far_at_least);
    assert!(estimate.items.iter().all(|item| item.since.is_some_and(|since| since <= start())));
}

#[test]
fn what_may_go_above_its_baseline_says_so() {
    let notes = |kind: &str| {
        let mut snapshot = finished();
        let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
        for instance in instances {
            instance.instance_type = Some(kind.into());
        }
        items(&estimate(&lesson(), &snapshot, start()), Kind::Instance)[0].notes.clone()
    };
    assert_eq!(notes("t3.small"), [msg!(cost_note_unlimited)]);
    assert_eq!(notes("c7i-flex.large"), []);
}

#[test]
fn an_hour_later_it_has_cost_an_hour_more() {
    let now = estimate(&lesson(), &finished(), start());
    let later = estimate(&lesson(), &finished(), start() + SignedDuration::from_hours(1));
    let grown = later.total().so_far - now.total().so_far;
    assert!((grown - now.total().hourly).abs() < 1e-9, "{grown}");
    let before_it_began = estimate(&lesson(), &finished(), start() - SignedDuration::from_hours(24));
    assert!(before_it_began.items.iter().all(|item| item.so_far(before_it_began.at) == Some(0.0)));
}

#[test]
fn a_running_base_instance_costs_with_its_address_and_a_stopped_one_only_its_disk() {
    let mut snapshot = finished();
    let stopped = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
    let base = instances.iter_mut().find(|instance| instance.name.as_deref() == Some("ec-site-web")).unwrap();
    base.state = "running".into();
    base.public_ip = Some("203.0.113.10".into());
    assert_hourly(&estimate(&lesson(), &snapshot, start()), stopped + 0.0208 + 0.005);
}

#[test]
fn an_internal_load_balancer_has_no_public_address() {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(balancers) = &mut snapshot.load_balancers else { panic!() };
    balancers[0].scheme = Some("internal".into());
    assert_hourly(&estimate(&lesson(), &snapshot, start()), whole - 2.0 * 0.005);
}

/// What the lab costs where some part of a snapshot is denied.
#[test_case("vpcs", |snapshot| snapshot.vpcs = denied("ec2:DescribeVpcs"))]
#[test_case("load-balancers", |snapshot| snapshot.load_balancers = denied("elasticloadbalancing:DescribeLoadBalancers"))]
#[test_case("nat-gateways", |snapshot| snapshot.nat_gateways = denied("ec2:DescribeNatGateways"))]
#[test_case("instances", |snapshot| snapshot.instances = denied("ec2:DescribeInstances"))]
#[test_case("volumes", |snapshot| snapshot.volumes = denied("ec2:DescribeVolumes"))]
#[test_case("images", |snapshot| snapshot.images = denied("ec2:DescribeImages"))]
#[test_case("ebs-snapshots", |snapshot| snapshot.ebs_snapshots = denied("ec2:DescribeSnapshots"))]
#[test_case("alarms", |snapshot| snapshot.alarms = denied("cloudwatch:DescribeAlarms"))]
#[test_case("scaling-policies", |snapshot| snapshot.scaling_policies = denied("autoscaling:DescribePolicies"))]
#[test_case("addresses", |snapshot| snapshot.addresses = denied("ec2:DescribeAddresses"))]
fn what_is_denied_is_named_and_makes_the_sum_a_lower_bound(area: &str, deny: fn(&mut Snapshot)) {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total();
    deny(&mut snapshot);
    let estimate = estimate(&lesson(), &snapshot, start());
    let total = estimate.total();
    assert!(total.hourly <= whole.hourly && total.hourly_at_least && total.so_far_at_least, "{total:?}");
    assert_eq!(estimate.gaps.iter().map(|gap| gap.area).collect::<Vec<_>>(), [area]);
    let said = plain(&estimate, &Localizer::new(Language::En));
    assert!(said.contains("Not seen") && said.contains("Now: at least $"), "{said}");
    assert_eq!(estimate.in_short(), Some(msg!(cost_short_at_least, amount = money::sum(total.hourly))));
}

#[test]
fn a_load_balancer_for_ipv6_alone_has_no_public_address() {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(balancers) = &mut snapshot.load_balancers else { panic!() };
    balancers[0].ip_address_type = Some("dualstack-without-public-ipv4".into());
    assert_hourly(&estimate(&lesson(), &snapshot, start()), whole - 2.0 * 0.005);
}

#[test]
fn a_regional_nat_gateway_costs_for_each_of_its_zones() {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let mut with = |availability: &str, zones: &[&str]| {
        let Area::Seen(gateways) = &mut snapshot.nat_gateways else { panic!() };
        gateways[0].availability = Some(availability.into());
        gateways[0].zones = zones.iter().map(|zone| (*zone).to_owned()).collect();
        estimate(&lesson(), &snapshot, start())
    };
    assert_hourly(&with("zonal", &["us-east-1a"]), whole);
    assert_hourly(&with("regional", &[]), whole);
    let two = with("regional", &["us-east-1a", "us-east-1c"]);
    assert_hourly(&two, whole + 0.045);
    let said = plain(&two, &Localizer::new(Language::En));
    assert!(said.contains("regional, in 2 zones"), "{said}");
}

#[test]
fn an_encryption_control_costs_something_and_the_table_has_no_price_for_it() {
    let mut snapshot = finished();
    let mut with = |state: &str| {
        let Area::Seen(vpcs) = &mut snapshot.vpcs else { panic!() };
        for vpc in vpcs {
            vpc.encryption_control = Some(state.into());
        }
        estimate(&lesson(), &snapshot, start())
    };
    for gone in ["deleting", "deleted"] {
        assert_eq!(items(&with(gone), Kind::EncryptionControl).len(), 0, "{gone}");
    }
    let found = with("available");
    let [control] = items(&found, Kind::EncryptionControl)[..] else { panic!("that of the lab's VPC alone") };
    assert_eq!((control.hourly, control.notes.as_slice()), (None, &[msg!(cost_note_encryption_control)][..]));
    assert!(found.total().hourly_at_least);
    let mut priced = lesson();
    priced.prices.hour.encryption_control = Some(0.15);
    let whole = estimate(&priced, &finished(), start()).total().hourly;
    assert_hourly(&estimate(&priced, &snapshot, start()), whole + 0.15);
}

/// What was made from the base instance, and what from somebody else's, once the base instance is gone.
#[test_case(None, true; "the instance that the lab's image was made from")]
#[test_case(Some("i-0000000000000000f"), false; "an instance of somebody else")]
fn another_image_of_the_base_instance_costs_by_its_snapshot(source: Option<&str>, counts: bool) {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(images) = &mut snapshot.images else { panic!() };
    let mut other = images[0].clone();
    (other.id, other.image_name) = ("ami-0000000000000000f".into(), "ec-site-web-ami-2".into());
    other.snapshots = vec!["snap-0000000000000000f".into()];
    other.source_instance = source.map(str::to_owned).or(other.source_instance);
    images.push(other);
    let Area::Seen(snapshots) = &mut snapshot.ebs_snapshots else { panic!() };
    let mut behind = snapshots[0].clone();
    (behind.id, behind.description, behind.volume_size) = ("snap-0000000000000000f".into(), String::new(), Some(8));
    snapshots.push(behind);
    let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
    instances.clear();
    let found = estimate(&lesson(), &snapshot, start());
    let of_other = items(&found, Kind::Snapshot).into_iter().find(|item| item.id == "snap-0000000000000000f");
    assert_eq!(of_other.is_some(), counts, "{whole}");
    if let Some(item) = of_other {
        assert_eq!(item.notes, [msg!(cost_note_other_image, image = "ec-site-web-ami-2")]);
    }
}

#[test]
fn a_type_without_a_price_is_said_and_not_taken_for_free() {
    let mut snapshot = finished();
    let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
    for instance in instances.iter_mut() {
        instance.instance_type = Some("u-24tb1.112xlarge".into());
    }
    let estimate = estimate(&lesson(), &snapshot, start());
    let [instance] = items(&estimate, Kind::Instance)[..] else { panic!("{:#?}", estimate.items) };
    assert_eq!((instance.hourly, instance.basis.as_ref()), (None, None));
    assert!(estimate.total().hourly_at_least);
    assert!(plain(&estimate, &Localizer::new(Language::En)).contains("u-24tb1.112xlarge: no price known"));
}

#[test]
fn what_has_no_known_beginning_makes_only_the_sum_so_far_a_lower_bound() {
    let mut snapshot = finished();
    let Area::Seen(balancers) = &mut snapshot.load_balancers else { panic!() };
    balancers[0].created_at = None;
    let total = estimate(&lesson(), &snapshot, start()).total();
    assert!(!total.hourly_at_least && total.so_far_at_least);
}

#[test]
fn the_snapshot_of_a_deregistered_image_goes_on_costing() {
    let mut snapshot = finished();
    snapshot.images = Area::Seen(Vec::new());
    let estimate = estimate(&lesson(), &snapshot, start());
    let [left] = items(&estimate, Kind::Snapshot)[..] else { panic!("{:#?}", estimate.items) };
    assert_eq!(left.notes, [msg!(cost_note_orphan)]);
}

#[test]
fn what_belongs_to_somebody_else_is_not_counted() {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
    let mut other = instances.last().unwrap().clone();
    (other.id, other.name, other.asg) = ("i-other".into(), Some("blog".into()), None);
    (other.state, other.vpc) = ("running".into(), Some("vpc-other".into()));
    instances.push(other);
    let Area::Seen(volumes) = &mut snapshot.volumes else { panic!() };
    let mut disk = volumes[0].clone();
    disk.instances = vec!["i-other".into()];
    volumes.push(disk);
    assert_hourly(&estimate(&lesson(), &snapshot, start()), whole);
}

#[test]
fn an_address_that_nothing_uses_costs_and_one_of_a_nat_gateway_is_counted_once() {
    let mut snapshot = finished();
    let whole = estimate(&lesson(), &snapshot, start()).total().hourly;
    let Area::Seen(addresses) = &mut snapshot.addresses else { panic!() };
    addresses[0].association = None;
    assert_hourly(&estimate(&lesson(), &snapshot, start()), whole);
    let Area::Seen(addresses) = &mut snapshot.addresses else { panic!() };
    addresses[0].public_ip = Some("203.0.113.99".into());
    assert_hourly(&estimate(&lesson(), &snapshot, start()), whole + 0.005);
}

#[test]
fn in_short_what_nobody_asked_about_is_no_reason_to_say_at_least() {
    let mut snapshot = finished();
    (snapshot.volumes, snapshot.ebs_snapshots, snapshot.addresses) = (Area::NotAsked, Area::NotAsked, Area::NotAsked);
    let short = estimate(&lesson(), &snapshot, start()).in_short();
    assert_eq!(short, Some(msg!(cost_short, amount = "$0.10")));
}

#[test]
fn where_nothing_is_nothing_costs() {
    let estimate = estimate(&lesson(), &Snapshot::not_asked(start(), None), start());
    assert_eq!((estimate.items.len(), estimate.in_short()), (0, None));
}

#[test]
fn in_another_region_the_prices_are_said_to_be_others() {
    let mut snapshot = finished();
    snapshot.region = Some("ap-northeast-1".into());
    let said = plain(&estimate(&lesson(), &snapshot, start()), &Localizer::new(Language::En));
    assert!(said.contains("The prices are those of us-east-1, and this is ap-northeast-1"), "{said}");
}

#[test]
fn the_document_holds_the_same_numbers_in_both_languages() {
    let estimate = estimate(&lesson(), &finished(), start());
    let document = |language| serde_json::to_value(CostDocument::new(&estimate, &Localizer::new(language))).unwrap();
    let (english, japanese) = (document(Language::En), document(Language::Ja));
    assert_eq!(english["total"], japanese["total"]);
    assert_eq!(english["total"]["per_hour"], money::plain(estimate.total().hourly));
    assert_eq!(english["items"].as_array().unwrap().len(), estimate.items.len());
    assert_eq!(english["prices"]["date"], estimate.prices.date.clone().unwrap());
    assert_ne!(english["items"][0]["what"], japanese["items"][0]["what"]);
}

/// Over AWS's whole list, so that a state that is added is thought of.
#[test]
fn a_disk_is_billed_until_it_is_deleted() {
    use crate::account::resources::VolumeState;
    let billed = |word: &str| {
        let mut snapshot = finished();
        let Area::Seen(volumes) = &mut snapshot.volumes else { panic!() };
        for volume in volumes {
            volume.state = word.into();
        }
        !items(&estimate(&lesson(), &snapshot, start()), Kind::Volume).is_empty()
    };
    let words: Vec<&str> = VolumeState::WORDS.iter().copied().filter(|word| billed(word)).collect();
    assert_eq!(words, ["creating", "available", "in-use", "error"]);
    assert!(billed("brand-new"), "what AWS adds later is billed until somebody knows better");
}

#[test]
fn without_prices_no_sum_is_told() {
    let bare = Lesson { prices: Prices::default(), ..lesson() };
    for (snapshot, is_empty) in [(finished(), false), (Snapshot::empty(start(), None), true)] {
        let mut estimate = estimate(&bare, &snapshot, start());
        if is_empty {
            estimate.items.clear();
        }
        let said = plain(&estimate, &Localizer::new(Language::En));
        assert!(!said.contains('$') && said.contains("brings no prices"), "{said}");
        let document = serde_json::to_value(CostDocument::new(&estimate, &Localizer::new(Language::En))).unwrap();
        assert_eq!(document["total"]["per_hour"], serde_json::Value::Null);
        assert_eq!(estimate.in_short(), None);
    }
    assert_eq!(
        estimate(&lesson(), &Snapshot::empty(start(), None), start()).total().hourly.to_bits(),
        0.0_f64.to_bits()
    );
}
