//! Things of the lab in another region: everything was built there, or the tutor looks in the wrong place.

use crate::account::Snapshot;
use crate::account::resources::{Regional, RegionalKind};
use crate::diagnose::diagnosis::Diagnosis;
use crate::diagnose::repair::{Means, Repair};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::{Cause, CauseId, ResourceKind, Wanted};

/// The value of a lesson that says where it takes place.
const KEY: &str = "region";

/// How many lines say what was found.
const MOST: usize = 4;

/// What is said of a thing that isn't here, where things of the lab are in other regions: all of them, or this one alone.
#[must_use]
pub fn elsewhere(wanted: &Wanted, is_rest_here: bool, lesson: &Lesson, snapshot: &Snapshot) -> Option<Diagnosis> {
    let regions = snapshot.other_regions.seen().ok()?;
    let kind = regional(wanted.kind)?;
    let is_wanted = |found: &&Regional| found.kind == kind && found.name == wanted.name;
    // Where there is no VPC of the lab, nothing of it can be; so all of it that is elsewhere speaks for the VPC.
    let first = regions.found.iter().filter(|_| wanted.kind == ResourceKind::Vpc).min_by_key(|found| found.kind);
    let named = regions.found.iter().find(is_wanted).or(first)?;
    let (region, here) = (&named.region, snapshot.region.as_deref().unwrap_or("-"));
    let mut evidence = places(named, &regions.found);
    if !regions.unread.is_empty() {
        evidence.push(msg!(near_region_unread, regions = Text::list(regions.unread.clone())));
    }
    if is_rest_here {
        let text = msg!(near_region_alone, name = &named.name, found = region, here = here);
        evidence.push(msg!(near_region_alone_left, found = region, here = here));
        // It is made here as if it had been made nowhere.
        let cause = Cause { id: CauseId::WrongRegion, text };
        return Some(Diagnosis { cause, evidence, repair: Vec::new(), consequences: Vec::new() });
    }
    let cause =
        Cause { id: CauseId::WrongRegion, text: msg!(near_region, name = &named.name, found = region, here = here) };
    let repair = if lesson.values.get(KEY) == Some(region) {
        vec![console(msg!(near_region_switch, region = region))]
    } else {
        evidence.push(msg!(near_region_value, line = format!("{KEY} = \"{region}\""), region = region));
        vec![console(msg!(near_region_anew, region = here))]
    };
    Some(Diagnosis { cause, evidence, repair, consequences: Vec::new() })
}

/// Where each name was found, the one that is told first at the head.
fn places(named: &Regional, found: &[Regional]) -> Vec<Text> {
    let mut told: Vec<&str> = vec![&named.name];
    for other in found.iter().map(|found| found.name.as_str()) {
        if !told.contains(&other) {
            told.push(other);
        }
    }
    let place = |found: &Regional| match &found.id {
        Some(id) => format!("{} ({id})", found.region),
        None => found.region.clone(),
    };
    let said = |name: &str| {
        let places = found.iter().filter(|found| found.name == name).map(place);
        msg!(near_region_found, name = name, regions = Text::list(places))
    };
    told.into_iter().take(MOST).map(said).collect()
}

/// The kind, where other regions can be asked for it by name alone.
#[must_use]
pub fn regional(kind: ResourceKind) -> Option<RegionalKind> {
    match kind {
        ResourceKind::Vpc => Some(RegionalKind::Vpc),
        ResourceKind::SecurityGroup => Some(RegionalKind::SecurityGroup),
        ResourceKind::Image => Some(RegionalKind::Image),
        ResourceKind::LaunchTemplate => Some(RegionalKind::LaunchTemplate),
        ResourceKind::LoadBalancer => Some(RegionalKind::LoadBalancer),
        ResourceKind::AutoScalingGroup => Some(RegionalKind::AutoScalingGroup),
        // They hang on something that has a name of its own there, and IAM has no regions.
        ResourceKind::Subnet
        | ResourceKind::Instance
        | ResourceKind::InstanceProfile
        | ResourceKind::TargetGroup
        | ResourceKind::ScalingPolicy => None,
    }
}

fn console(text: Text) -> Repair {
    Repair { means: Means::Console, text }
}
