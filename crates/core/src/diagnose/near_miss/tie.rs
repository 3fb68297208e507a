//! Whether one thing of the account uses another in a certain way, and how that is said.

use super::candidates::Candidate;
use super::relation::Tie;
use crate::account::resources::{
    AutoScalingGroup, Image, Instance, LaunchTemplate, LoadBalancer, Peer, Permission, ScalingPolicy, SecurityGroup,
    TargetGroup,
};
use crate::account::{Area, Snapshot};
use crate::i18n::Text;
use crate::msg;

/// Whether `owner` uses `used` in the way of `tie`; none where that can't be seen.
#[must_use]
pub fn holds(tie: Tie, owner: &Candidate<'_>, used: &Candidate<'_>, snapshot: &Snapshot) -> Option<bool> {
    match tie {
        Tie::MadeFrom => {
            // AWS doesn't give the source of every image.
            let source = image(owner, snapshot)?.source_instance.as_deref()?;
            Some(used.id == Some(source))
        }
        Tie::Boots => Some(used.id == Some(booted(owner, snapshot)?)),
        Tie::GivesProfile => {
            let template = template(owner, snapshot)?;
            let named = template.profile_name.as_deref().or_else(|| template.profile_arn.as_deref().map(last));
            Some(named.is_some() && named == used.name)
        }
        Tie::HasProfile => Some(instance(owner, snapshot)?.instance_profile.as_deref().map(last) == Some(used.name?)),
        Tie::GivesGroup => {
            let template = template(owner, snapshot)?;
            let own = template.interfaces.iter().flat_map(|interface| &interface.security_groups);
            Some(own.chain(&template.security_groups).any(|group| used.id == Some(group)))
        }
        Tie::CarriesGroup => Some(has(&instance(owner, snapshot)?.security_groups, used.id)),
        Tie::LaunchesFrom => {
            let used_by = scaling_group(owner, snapshot)?.template.as_ref()?;
            let by_id = used_by.id.as_deref().map(|id| used.id == Some(id));
            Some(by_id.unwrap_or(used.name.is_some() && used_by.name.as_deref() == used.name))
        }
        Tie::Places => Some(has(&scaling_group(owner, snapshot)?.subnets, used.id)),
        Tie::Registers => {
            let arn = &target_group(used, snapshot)?.arn;
            Some(scaling_group(owner, snapshot)?.target_groups.contains(arn))
        }
        Tie::Forwards => Some(target_group(used, snapshot)?.load_balancers.contains(&balancer(owner, snapshot)?.arn)),
        Tie::Guarded => Some(has(&balancer(owner, snapshot)?.security_groups, used.id)),
        Tie::Admits(port) => Some(admits(security_group(owner, snapshot)?, used.id?, port)),
        // Only the policies of the lab's own group are read.
        Tie::Scales => Some(policy(owner, snapshot).is_some()),
        Tie::Counts => Some(counts(policy(owner, snapshot)?, used, snapshot)),
        Tie::Within => Some(owner.vpc? == used.id?),
    }
}

fn seen<T>(area: &Area<Vec<T>>) -> &[T] {
    area.seen().map(Vec::as_slice).unwrap_or_default()
}

fn has(ids: &[String], id: Option<&str>) -> bool {
    ids.iter().any(|own| id == Some(own))
}

/// What stands behind the last slash of an ARN.
fn last(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

fn image<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a Image> {
    seen(&snapshot.images).iter().find(|image| candidate.id == Some(&image.id))
}

fn instance<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a Instance> {
    seen(&snapshot.instances).iter().find(|instance| candidate.id == Some(&instance.id))
}

fn security_group<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a SecurityGroup> {
    seen(&snapshot.security_groups).iter().find(|group| candidate.id == Some(&group.id))
}

fn template<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a LaunchTemplate> {
    let own = snapshot.launch_template.seen().ok()?.as_ref();
    own.filter(|template| candidate.id == Some(&template.id))
}

/// The image that the latest version of a template launches.
fn booted<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a str> {
    if let Some(template) = template(candidate, snapshot) {
        return template.image.as_deref();
    }
    let listed = seen(&snapshot.launch_templates).iter().find(|template| candidate.id == Some(&template.id));
    listed?.image.as_deref()
}

fn scaling_group<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a AutoScalingGroup> {
    seen(&snapshot.auto_scaling_groups).iter().find(|group| candidate.name == Some(&group.name))
}

fn balancer<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a LoadBalancer> {
    seen(&snapshot.load_balancers).iter().find(|balancer| candidate.name == Some(&balancer.name))
}

fn target_group<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a TargetGroup> {
    seen(&snapshot.target_groups).iter().find(|group| candidate.name == Some(&group.name))
}

fn policy<'a>(candidate: &Candidate<'_>, snapshot: &'a Snapshot) -> Option<&'a ScalingPolicy> {
    seen(&snapshot.scaling_policies).iter().find(|policy| candidate.name == Some(&policy.name))
}

fn admits(group: &SecurityGroup, other: &str, port: i32) -> bool {
    let mut rules = group.ingress.iter().filter(|rule| covers(rule, port));
    rules.any(|rule| rule.peers.iter().any(|peer| matches!(peer, Peer::Group(named) if named == other)))
}

/// Whether a rule is about this port.
#[must_use]
pub fn covers(rule: &Permission, port: i32) -> bool {
    rule.from_port.is_none_or(|from| from <= port) && rule.to_port.is_none_or(|to| port <= to)
}

/// A policy names what it counts by the ends of two ARNs: `app/name/id/targetgroup/name/id`.
fn counts(policy: &ScalingPolicy, counted: &Candidate<'_>, snapshot: &Snapshot) -> bool {
    let Some(label) = policy.resource_label.as_deref() else { return false };
    let balancer = balancer(counted, snapshot).and_then(|found| found.arn.split_once(":loadbalancer/"));
    let group = target_group(counted, snapshot).and_then(|found| found.arn.rsplit_once(':'));
    balancer.is_some_and(|(_, end)| label.starts_with(end)) || group.is_some_and(|(_, end)| label.ends_with(end))
}

/// That it holds, in words.
#[must_use]
pub fn said(tie: Tie, owner: Text, used: Text) -> Text {
    match tie {
        Tie::MadeFrom => msg!(tie_made_from, owner = owner, used = used),
        Tie::Boots => msg!(tie_boots, owner = owner, used = used),
        Tie::GivesProfile => msg!(tie_gives_profile, owner = owner, used = used),
        Tie::HasProfile => msg!(tie_has_profile, owner = owner, used = used),
        Tie::GivesGroup => msg!(tie_gives_group, owner = owner, used = used),
        Tie::CarriesGroup => msg!(tie_carries_group, owner = owner, used = used),
        Tie::LaunchesFrom => msg!(tie_launches_from, owner = owner, used = used),
        Tie::Places => msg!(tie_places, owner = owner, used = used),
        Tie::Registers => msg!(tie_registers, owner = owner, used = used),
        Tie::Forwards => msg!(tie_forwards, owner = owner, used = used),
        Tie::Guarded => msg!(tie_guarded, owner = owner, used = used),
        Tie::Admits(port) => msg!(tie_admits, owner = owner, used = used, port = port),
        Tie::Scales => msg!(tie_scales, owner = owner, used = used),
        Tie::Counts => msg!(tie_counts, owner = owner, used = used),
        Tie::Within => msg!(tie_within, owner = owner, used = used),
    }
}
