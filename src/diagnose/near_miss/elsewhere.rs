//! The lab's VPC in another region: everything was built there, or the tutor looks in the wrong place.

use crate::account::Snapshot;
use crate::diagnose::{Diagnosis, Means, Repair};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::{Cause, ResourceKind, Wanted};

/// The value of a lesson that says where it takes place.
const KEY: &str = "region";

/// What is said of a VPC that other regions hold.
#[must_use]
pub fn elsewhere(wanted: &Wanted, lesson: &Lesson, snapshot: &Snapshot) -> Option<Diagnosis> {
    let regions = snapshot.other_regions.seen().ok()?;
    let (region, _) = regions.found.first().filter(|_| wanted.kind == ResourceKind::Vpc)?;
    let here = snapshot.region.as_deref().unwrap_or("-");
    let vpcs = regions.found.iter().map(|(region, vpc)| format!("{region} ({vpc})"));
    let mut evidence = vec![msg!(near_region_found, name = &wanted.name, regions = Text::list(vpcs))];
    if !regions.unread.is_empty() {
        evidence.push(msg!(near_region_unread, regions = Text::list(regions.unread.clone())));
    }
    let cause = Cause { id: "wrong-region", text: msg!(near_region, name = &wanted.name, found = region, here = here) };
    let repair = if lesson.values.get(KEY) == Some(region) {
        vec![console(msg!(near_region_switch, region = region))]
    } else {
        evidence.push(msg!(near_region_value, line = format!("{KEY} = \"{region}\""), region = region));
        vec![console(msg!(near_region_anew, region = here))]
    };
    Some(Diagnosis { cause, evidence, repair, consequences: Vec::new() })
}

fn console(text: Text) -> Repair {
    Repair { means: Means::Console, text }
}
