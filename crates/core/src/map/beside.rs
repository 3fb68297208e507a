//! What stands beside the way in: the base instance, and what could not be read.

use super::plan::MapPlace;
use super::states;
use super::survey::{Survey, absence};
use super::wiring::{Fact, Mark, Node};
use crate::account::{Area, Snapshot, Unseen};
use crate::i18n::Text;
use crate::msg;
use crate::verify::failure_text;

/// The instance beside the group, from which the image was made.
pub fn spare(survey: &Survey<'_>) -> Option<Node> {
    let name = survey.plan.spare.as_deref()?;
    let title = msg!(map_spare, name = name);
    let living = match survey.facts.instances(&survey.plan.vpc, name) {
        Ok(living) => living,
        Err(missing) => return Some(survey.missing(absence(&missing), &MapPlace::Spare, title)),
    };
    let own = living.into_iter().filter(|instance| instance.asg.is_none());
    let facts = own.map(|instance| {
        let state = states::instance(&instance.state);
        Fact::plain(msg!(map_spare_state, id = &instance.id, state = state))
    });
    let facts = survey.with_findings(facts.collect(), &MapPlace::Spare);
    Some(Node { mark: survey.findings.mark(&MapPlace::Spare, Mark::Aside), title, facts })
}

/// What could not be read, gathered by reason, and whether that is everything.
pub fn unseen(snapshot: &Snapshot) -> (Vec<Text>, bool) {
    let areas = areas(snapshot);
    let all = areas.len();
    let mut reasons: Vec<(Text, Vec<Text>)> = Vec::new();
    let mut count = 0;
    for (name, reason) in areas.into_iter().filter_map(|(name, reason)| Some((name, reason?))) {
        count += 1;
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, names)) => names.push(name),
            None => reasons.push((reason, vec![name])),
        }
    }
    let said = reasons.into_iter().map(|(why, names)| msg!(map_unseen, what = Text::List(names), why = why));
    (said.collect(), count == all)
}

/// Every area that the map is made from, with why it was not seen.
fn areas(snapshot: &Snapshot) -> Vec<(Text, Option<Text>)> {
    vec![
        (msg!(map_area_vpcs), reason(&snapshot.vpcs)),
        (msg!(map_area_gateways), reason(&snapshot.internet_gateways)),
        (msg!(map_area_subnets), reason(&snapshot.subnets)),
        (msg!(map_area_routes), reason(&snapshot.route_tables)),
        (msg!(map_area_nat), reason(&snapshot.nat_gateways)),
        (msg!(map_area_groups), reason(&snapshot.security_groups)),
        (msg!(map_area_prefix_lists), reason(&snapshot.prefix_lists)),
        (msg!(map_area_instances), reason(&snapshot.instances)),
        (msg!(map_area_asg), reason(&snapshot.auto_scaling_groups)),
        (msg!(map_area_balancers), reason(&snapshot.load_balancers)),
        (msg!(map_area_listeners), reason(&snapshot.listeners)),
        (msg!(map_area_target_groups), reason(&snapshot.target_groups)),
        (msg!(map_area_health), reason(&snapshot.target_health)),
    ]
}

fn reason<T>(area: &Area<T>) -> Option<Text> {
    Some(match area.seen().err()? {
        Unseen::Denied(denial) => msg!(map_unseen_denied, action = &denial.action),
        Unseen::Failed(failure) => failure_text(failure),
        Unseen::NotAsked => msg!(map_unseen_not_asked),
    })
}
