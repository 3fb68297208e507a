//! Plans for the simulated lab, from finished to cleaned up.

use std::collections::BTreeMap;

use test_case::test_case;

use super::*;
use crate::account::Denial;
use crate::demo::SimulatedAccount;
use crate::i18n::{Language, Localizer};
use crate::lesson::{Pack, load};

/// What can be done to clean up in the simulated account, in order.
const CLEANING: [&str; 9] = [
    "clean-policy",
    "clean-group",
    "clean-template",
    "clean-alb",
    "clean-target-group",
    "clean-rule",
    "clean-alb-sg",
    "clean-image",
    "clean-snapshots",
];

fn lesson() -> Lesson {
    load(&Pack::Embedded, &BTreeMap::new()).unwrap()
}

fn start() -> Timestamp {
    "2026-01-01T00:00:00Z".parse().unwrap()
}

fn finished() -> Snapshot {
    SimulatedAccount::finished(&lesson(), start()).snapshot(start())
}

fn plan_of(snapshot: &Snapshot) -> Plan {
    plan(&lesson(), snapshot, None, start())
}

/// The account after the first so many deletions.
fn cleaned(deletions: usize) -> Snapshot {
    let mut simulated = SimulatedAccount::finished(&lesson(), start());
    for action in &CLEANING[..deletions] {
        simulated.perform(action, start());
    }
    simulated.snapshot(start())
}

fn denied<T>() -> Area<T> {
    Area::Denied(Denial { action: "x:Y".into(), message: "no".into() })
}

fn states(items: &[Item], kind: Kind) -> Vec<&State> {
    items.iter().filter(|item| item.kind == kind).map(|item| &item.state).collect()
}

#[test]
fn the_plan_of_the_finished_lab_names_everything_in_the_order_that_works() {
    let plan = plan_of(&finished());
    let kinds: Vec<Kind> = plan.items.iter().map(|item| item.kind).collect();
    let expected = [
        Kind::ScalingPolicy,
        Kind::AutoScalingGroup,
        Kind::GroupInstances,
        Kind::LaunchTemplate,
        Kind::LoadBalancer,
        Kind::TargetGroup,
        Kind::SecurityGroupRule,
        Kind::SecurityGroup,
        Kind::Image,
        Kind::Snapshot,
    ];
    assert_eq!(kinds, expected);
    assert!(plan.items.iter().all(|item| item.state == State::There), "{:#?}", plan.items);
    assert_eq!((plan.is_done(), plan.leftovers.len()), (Some(false), 0));
    for item in plan.items.iter().filter(|item| item.kind != Kind::GroupInstances) {
        assert!(item.console.is_some() && item.link.is_some() && !item.commands.is_empty(), "{item:#?}");
        assert!(item.commands.iter().all(|command| command.ends_with("--region us-east-1")), "{item:#?}");
    }
}

#[test]
fn each_deletion_makes_exactly_its_own_thing_gone() {
    let gone = |snapshot: &Snapshot| {
        let plan = plan_of(snapshot);
        let gone = plan.items.iter().filter(|item| item.state == State::Gone).map(|item| item.kind);
        gone.collect::<Vec<_>>()
    };
    let expected: [&[Kind]; 9] = [
        &[Kind::ScalingPolicy],
        &[Kind::AutoScalingGroup, Kind::GroupInstances],
        &[Kind::LaunchTemplate],
        &[Kind::LoadBalancer],
        &[Kind::TargetGroup],
        &[Kind::SecurityGroupRule],
        &[Kind::SecurityGroup],
        &[Kind::Image],
        &[Kind::Snapshot],
    ];
    for count in 0..=CLEANING.len() {
        assert_eq!(gone(&cleaned(count)), expected[..count].concat(), "after {:?}", &CLEANING[..count]);
    }
    let last = plan_of(&cleaned(CLEANING.len()));
    assert_eq!(last.is_done(), Some(true));
    let said = plain(&last, &Localizer::new(Language::En));
    assert!(said.contains("Nothing of step 4 is left.") && !said.contains("aws "), "{said}");
}

#[test]
fn what_later_steps_need_is_kept_and_never_in_a_command() {
    let snapshot = finished();
    let plan = plan_of(&snapshot);
    let commands: Vec<&String> = plan.items.iter().flat_map(|item| &item.commands).collect();
    let vpc = snapshot.vpcs.seen().unwrap().iter().find(|vpc| vpc.name.is_some()).unwrap();
    let gateway = &snapshot.nat_gateways.seen().unwrap()[0];
    let base = snapshot.instances.seen().unwrap().iter().find(|one| one.asg.is_none()).unwrap();
    for id in [&vpc.id, &gateway.id, &base.id] {
        assert!(!commands.iter().any(|command| command.contains(id.as_str())), "{id} in {commands:#?}");
    }
    let kept: Vec<String> = plan.kept.iter().map(|text| Localizer::new(Language::En).say(text)).collect();
    for name in ["ec-site-vpc", "ec-site-web-sg", "ec2-rds-1", "ec-site-web-SSMRole", "stopped: only", &gateway.id] {
        assert!(kept.iter().any(|line| line.contains(name)), "{name} is not in {kept:#?}");
    }
}

#[test_case(Kind::ScalingPolicy, |snapshot| snapshot.scaling_policies = denied())]
#[test_case(Kind::AutoScalingGroup, |snapshot| snapshot.auto_scaling_groups = denied())]
#[test_case(Kind::GroupInstances, |snapshot| snapshot.instances = denied())]
#[test_case(Kind::LaunchTemplate, |snapshot| snapshot.launch_template = denied())]
#[test_case(Kind::LoadBalancer, |snapshot| snapshot.load_balancers = denied())]
#[test_case(Kind::TargetGroup, |snapshot| snapshot.target_groups = denied())]
#[test_case(Kind::SecurityGroupRule, |snapshot| snapshot.security_groups = denied())]
#[test_case(Kind::SecurityGroup, |snapshot| snapshot.security_groups = denied())]
#[test_case(Kind::Image, |snapshot| snapshot.images = denied())]
#[test_case(Kind::Snapshot, |snapshot| snapshot.images = denied())]
#[test_case(Kind::Snapshot, |snapshot| snapshot.ebs_snapshots = denied())]
fn what_cant_be_seen_is_never_called_gone(kind: Kind, deny: fn(&mut Snapshot)) {
    let mut snapshot = cleaned(CLEANING.len());
    deny(&mut snapshot);
    let plan = plan_of(&snapshot);
    assert!(matches!(states(&plan.items, kind)[..], [State::NotVisible(_)]), "{:#?}", plan.items);
    assert_eq!(plan.is_done(), None);
}

#[test]
fn left_overs_that_cant_be_seen_are_said() {
    let mut snapshot = cleaned(CLEANING.len());
    (snapshot.addresses, snapshot.nat_gateways) = (denied(), denied());
    let plan = plan_of(&snapshot);
    assert!(matches!(states(&plan.leftovers, Kind::ElasticIp)[..], [State::NotVisible(_)]));
    assert!(matches!(states(&plan.leftovers, Kind::NatGateway)[..], [State::NotVisible(_)]));
}

#[test]
fn a_group_on_its_way_out_takes_its_instances_along() {
    let mut snapshot = finished();
    let Area::Seen(groups) = &mut snapshot.auto_scaling_groups else { panic!() };
    groups[0].status = Some("Delete in progress".into());
    let plan = plan_of(&snapshot);
    assert_eq!(states(&plan.items, Kind::AutoScalingGroup), [&State::Deleting]);
    assert_eq!(states(&plan.items, Kind::GroupInstances), [&State::Deleting]);
    assert_eq!(states(&plan.items, Kind::ScalingPolicy), [&State::Deleting]);
    let said = plain(&plan, &Localizer::new(Language::En));
    assert!(!said.contains("delete-auto-scaling-group"), "{said}");
}

#[test]
fn a_snapshot_without_its_image_is_found_but_not_one_of_somebody_elses_server() {
    let mut snapshot = cleaned(8);
    let Area::Seen(instances) = &mut snapshot.instances else { panic!() };
    let mut other = instances[0].clone();
    (other.id, other.name) = ("i-blog".into(), Some("blog".into()));
    instances.push(other);
    let Area::Seen(snapshots) = &mut snapshot.ebs_snapshots else { panic!() };
    let own = snapshots[0].id.clone();
    let mut blogs = snapshots[0].clone();
    blogs.id = "snap-blog".into();
    blogs.description = "Created by CreateImage(i-blog) for ami-gone".into();
    snapshots.push(blogs);
    let plan = plan_of(&snapshot);
    let found: Vec<_> = plan.items.iter().filter(|item| item.kind == Kind::Snapshot).collect();
    let [left] = found[..] else { panic!("{found:#?}") };
    assert_eq!(left.resource.as_ref(), Some(&own));
    assert!(left.note.is_some() && left.commands[0].contains(&own));
}

#[test]
fn a_misspelt_image_an_idle_gateway_and_a_free_address_are_left_overs() {
    let lesson = lesson();
    let mut simulated = SimulatedAccount::new(&lesson, start());
    simulated.perform("image-name", start());
    simulated.perform("nat-delete", start());
    let mut snapshot = simulated.snapshot(start());
    let Area::Seen(gateways) = &mut snapshot.nat_gateways else { panic!() };
    let mut idle = gateways[0].clone();
    (idle.id, idle.state) = ("nat-idle".into(), "available".into());
    idle.public_ips = vec!["203.0.113.77".into()];
    gateways.push(idle);
    let plan = plan_of(&snapshot);
    let kinds: Vec<Kind> = plan.leftovers.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [Kind::Image, Kind::NatGateway, Kind::ElasticIp]);
    let commands: Vec<&String> = plan.leftovers.iter().flat_map(|item| &item.commands).collect();
    assert!(commands[1].contains("--nat-gateway-id=nat-idle") && commands[2].contains("release-address"));
    assert!(plan.leftovers[1].link.as_ref().unwrap().contains("/vpcconsole/home?"));
}

#[test]
fn every_rule_that_names_the_group_is_revoked_as_it_stands() {
    let mut snapshot = finished();
    let Area::Seen(groups) = &mut snapshot.security_groups else { panic!() };
    let alb = groups.iter().find(|group| group.group_name == "ec-site-alb-sg").unwrap().id.clone();
    let everything = crate::account::resources::Permission {
        protocol: "-1".into(),
        from_port: None,
        to_port: None,
        peers: vec![crate::account::resources::Peer::Group(alb.clone())],
    };
    groups.iter_mut().find(|group| group.group_name == "ec-site-web-sg").unwrap().egress.push(everything);
    let plan = plan_of(&snapshot);
    let rule = plan.items.iter().find(|item| item.kind == Kind::SecurityGroupRule).unwrap();
    let [ingress, egress] = &rule.commands[..] else { panic!("{rule:#?}") };
    let pair = format!("UserIdGroupPairs=[{{GroupId={alb}}}]'");
    assert!(ingress.contains("revoke-security-group-ingress") && ingress.contains("tcp,FromPort=80,ToPort=80"));
    assert!(egress.contains("revoke-security-group-egress") && egress.contains("'--ip-permissions=IpProtocol=-1,User"));
    assert!(ingress.contains(&pair) && egress.contains(&pair), "{rule:#?}");
}

#[test]
fn all_commands_are_one_block_in_order_and_what_is_gone_has_none() {
    let plan = plan_of(&finished());
    let block = super::commands(&plan);
    let all: Vec<&str> = plan.items.iter().flat_map(|item| &item.commands).map(String::as_str).collect();
    assert_eq!(block.lines().collect::<Vec<_>>(), all);
    assert!(block.lines().all(|line| line.starts_with("aws ")), "{block}");
}

#[test]
fn commands_name_the_profile_that_was_read_with() {
    let plan = plan(&lesson(), &finished(), Some("my lab"), start());
    let mut commands = plan.items.iter().flat_map(|item| &item.commands);
    assert!(commands.all(|command| command.ends_with(" --profile 'my lab'")));
}

#[test]
fn both_languages_have_the_same_commands() {
    let plan = plan_of(&finished());
    let document = |language| serde_json::to_value(CleanupDocument::new(&plan, &Localizer::new(language))).unwrap();
    let (english, japanese) = (document(Language::En), document(Language::Ja));
    assert_eq!(english["done"], false);
    for (en, ja) in english["items"].as_array().unwrap().iter().zip(japanese["items"].as_array().unwrap()) {
        assert_eq!((&en["commands"], &en["state"], &en["kind"]), (&ja["commands"], &ja["state"], &ja["kind"]));
        assert_ne!(en["what"], ja["what"]);
    }
}

/// The commands for the one thing of a kind, and its note in English.
fn told(snapshot: &Snapshot, kind: Kind) -> (Vec<String>, String) {
    let plan = plan_of(snapshot);
    let [item] = plan.items.iter().filter(|item| item.kind == kind).collect::<Vec<_>>()[..] else {
        panic!("{kind:?}: {:#?}", plan.items)
    };
    let note = item.note.as_ref().map(|note| Localizer::new(Language::En).say(note)).unwrap_or_default();
    (item.commands.clone(), note)
}

#[test_case(None, false; "AWS says nothing")]
#[test_case(Some("none"), false; "none")]
#[test_case(Some("prevent-force-deletion"), true; "against deletion with its instances")]
#[test_case(Some("prevent-all-deletion"), true; "against any deletion")]
fn a_protected_group_is_let_go_first(protection: Option<&str>, is_protected: bool) {
    let mut snapshot = finished();
    let Area::Seen(groups) = &mut snapshot.auto_scaling_groups else { panic!() };
    groups[0].deletion_protection = protection.map(str::to_owned);
    let (commands, note) = told(&snapshot, Kind::AutoScalingGroup);
    assert_eq!(commands.len(), if is_protected { 2 } else { 1 }, "{commands:?}");
    assert_eq!(commands[0].contains("--deletion-protection=none"), is_protected, "{commands:?}");
    assert!(commands.last().unwrap().contains("delete-auto-scaling-group"), "{commands:?}");
    assert_eq!(note.contains("Deletion protection is on"), is_protected, "{note}");
}

#[test_case(None, false; "AWS says nothing")]
#[test_case(Some("disabled"), false; "disabled")]
#[test_case(Some("enabled-without-cooldown"), true; "enabled")]
#[test_case(Some("enabled-with-cooldown"), true; "enabled with a cooldown")]
fn a_protected_image_is_let_go_first(protection: Option<&str>, is_protected: bool) {
    let mut snapshot = finished();
    let Area::Seen(images) = &mut snapshot.images else { panic!() };
    images[0].deregistration_protection = protection.map(str::to_owned);
    let (commands, note) = told(&snapshot, Kind::Image);
    assert_eq!(commands.len(), if is_protected { 2 } else { 1 }, "{commands:?}");
    assert_eq!(commands[0].contains("disable-image-deregistration-protection"), is_protected, "{commands:?}");
    assert!(commands.last().unwrap().contains("deregister-image"), "{commands:?}");
    assert_eq!(note.contains("24 hours"), is_protected, "{note}");
}
