//! Cleaning up after the lab in the simulated account.

use super::super::SimulatedAccount;
use super::super::actions::{Purpose, table};
use super::super::ids::later;
use super::{lesson, start};

/// Cleans one thing after another in the order of the table, as long as something is offered.
fn clean(simulated: &mut SimulatedAccount) -> Vec<&'static str> {
    let mut done = Vec::new();
    let mut now = start();
    let is_cleaning = |id: &str| table().any(|entry| entry.id == id && entry.purpose == Purpose::Cleaning);
    while let Some(action) = simulated.actions("glossary", now).into_iter().find(|action| is_cleaning(action.id)) {
        simulated.perform(action.id, now);
        done.push(action.id);
        now = later(now, 1);
    }
    done
}

#[test]
fn everything_that_the_lab_made_can_be_deleted_and_nothing_else_goes() {
    let mut simulated = SimulatedAccount::finished(&lesson(), start());
    let before = SimulatedAccount::new(&lesson(), start()).snapshot(start());
    let done = clean(&mut simulated);
    assert_eq!(done.len(), 9, "each thing once, and no address is free: {done:?}");
    let after = simulated.snapshot(later(start(), 600));
    assert!(after.load_balancers.seen().unwrap().is_empty() && after.target_groups.seen().unwrap().is_empty());
    assert!(after.auto_scaling_groups.seen().unwrap().is_empty() && after.launch_template.seen().unwrap().is_none());
    assert!(after.images.seen().unwrap().is_empty() && after.ebs_snapshots.seen().unwrap().is_empty());
    let names = |snapshot: &crate::account::Snapshot| -> Vec<String> {
        snapshot.security_groups.seen().unwrap().iter().map(|group| group.group_name.clone()).collect()
    };
    assert_eq!(names(&after), names(&before));
    assert_eq!(after.vpcs.seen().unwrap().len(), before.vpcs.seen().unwrap().len());
    assert!(after.nat_gateways.seen().unwrap()[0].state.is_available());
}

#[test]
fn what_something_still_needs_is_not_offered() {
    let simulated = SimulatedAccount::finished(&lesson(), start());
    let offered: Vec<_> = simulated.actions("glossary", start()).into_iter().map(|action| action.id).collect();
    assert_eq!(offered, ["clean-policy", "clean-group", "clean-alb", "clean-rule", "clean-image"]);
}

#[test]
fn a_deleted_nat_gateway_leaves_its_address_and_a_new_one_takes_it_again() {
    let mut simulated = SimulatedAccount::new(&lesson(), start());
    simulated.perform("nat-delete", start());
    let left = simulated.snapshot(start()).addresses;
    assert_eq!(left.seen().unwrap()[0].association, None);
    simulated.perform("nat-repair", start());
    let addresses = simulated.snapshot(start()).addresses;
    assert_eq!(addresses.seen().unwrap().len(), 1);
    assert!(addresses.seen().unwrap()[0].association.is_some());
}
