//! What a lesson makes and the tutor has no commands for: only whether it is still there is told.

use super::{Item, Kind, Site, State, not_visible};
use crate::account::{Area, Unseen};
use crate::verify::{ResourceKind, Wanted};

impl Site<'_> {
    /// Instances, subnets, VPCs and instance profiles, in the order in which they can go.
    pub(super) fn by_hand(&mut self) {
        let (lab, snapshot) = (self.lab, self.snapshot);
        let mut note = |kind, of: Kind, is_there: &dyn Fn(&str) -> Result<bool, State>| {
            for name in lab.made(kind) {
                let state = match is_there(name) {
                    Ok(true) => State::There,
                    Ok(false) => State::Gone,
                    Err(state) => state,
                };
                self.items.push(Item::bare(of, Wanted::new(kind, name).what(), state));
            }
        };
        note(ResourceKind::Instance, Kind::Instance, &|name| {
            named(&snapshot.instances, |one| !one.state.is_gone() && one.name.as_deref() == Some(name))
        });
        note(ResourceKind::Subnet, Kind::Subnet, &|name| {
            named(&snapshot.subnets, |one| one.name.as_deref() == Some(name))
        });
        note(ResourceKind::Vpc, Kind::Vpc, &|name| named(&snapshot.vpcs, |one| one.name.as_deref() == Some(name)));
        note(ResourceKind::InstanceProfile, Kind::InstanceProfile, &|_| Err(not_visible(Unseen::NotAsked)));
    }
}

fn named<T>(area: &Area<Vec<T>>, is_it: impl Fn(&T) -> bool) -> Result<bool, State> {
    area.seen().map(|all| all.iter().any(is_it)).map_err(not_visible)
}
