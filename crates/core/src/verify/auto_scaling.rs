//! The Auto Scaling group: what it starts, where, how many, and whether they are in service.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::activity::{failed_launch, is_resized_by_policy, is_under_way, refused};
use super::mixed_instances::{LATEST, differing, is_same, written};
use super::target_health::again_and_again;
use super::{CauseId, Doing, Facts, Kind, Number, Replacements, ResourceKind, Stop, Verdict, Wait, Wanted};
use crate::account::Need;
use crate::account::resources::{AutoScalingGroup as Group, Member};
use crate::i18n::Text;
use crate::msg;

/// The Auto Scaling group of this name exists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoScalingGroup {
    /// Its name.
    pub asg: String,
}

impl Kind for AutoScalingGroup {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups]
    }

    fn expected(&self) -> Text {
        msg!(asg_expected, asg = &self.asg)
    }

    fn why(&self) -> Text {
        msg!(asg_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::AutoScalingGroup, &self.asg))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(asg_fix, asg = &self.asg);
        let group = facts.auto_scaling_group(&self.asg).map_err(|missing| missing.of_subject(fix.clone()))?;
        Ok(match &group.status {
            // AWS sets a status only while a group is being deleted.
            Some(status) => Verdict::failed(Text::verbatim(format!("{} ({status})", group.name)), fix)
                .because(CauseId::DeletedRecently, msg!(cause_asg_deleting)),
            None => Verdict::passed(Text::verbatim(&group.name)),
        })
    }
}

/// The group takes the latest version of the launch template, and launches nothing else.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoScalingTemplate {
    /// Name of the group.
    pub asg: String,
    /// Name of the launch template.
    pub template: String,
}

impl Kind for AutoScalingTemplate {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(asg_template_expected, template = &self.template)
    }

    fn why(&self) -> Text {
        msg!(asg_template_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let template = facts.launch_template(&self.template)?;
        let fix = msg!(asg_template_fix, asg = &self.asg, template = &self.template);
        let Some(reference) = &group.template else {
            return Ok(Verdict::failed(msg!(asg_template_none), fix));
        };
        let actual = Text::verbatim(written(reference));
        if !is_same(reference, template) || reference.version.as_deref() != Some(LATEST) {
            return Ok(Verdict::failed(actual, fix));
        }
        let others = differing(group, template);
        if others.is_empty() {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(
            msg!(asg_override_found, template = &self.template, others = Text::List(others)),
            msg!(asg_override_fix, asg = &self.asg, template = &self.template),
        )
        .because(CauseId::AsgOverride, msg!(cause_asg_override)))
    }
}

/// The group runs in exactly the subnets with these Name tags, in each of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoScalingSubnets {
    /// Name of the group.
    pub asg: String,
    /// Name tag of the VPC.
    pub vpc: String,
    /// Name tags of the subnets.
    pub subnets: Vec<String>,
}

impl Kind for AutoScalingSubnets {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::Vpcs, Need::Subnets, Need::SecurityGroups]
    }

    fn expected(&self) -> Text {
        msg!(asg_subnets_expected, subnets = Text::list(self.subnets.clone()))
    }

    fn why(&self) -> Text {
        msg!(asg_subnets_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let mut wanted = BTreeSet::new();
        let mut all_used = true;
        for name in &self.subnets {
            let named: Vec<&str> =
                facts.subnets_named(&self.vpc, name)?.iter().map(|subnet| subnet.id.as_str()).collect();
            all_used &= named.iter().any(|id| group.subnets.iter().any(|used| used == id));
            wanted.extend(named);
        }
        let others = group.subnets.iter().any(|id| !wanted.contains(id.as_str()));
        let listed = facts.snapshot.subnets.seen()?;
        let actual = Text::list(group.subnets.iter().map(|id| {
            let name = listed.iter().find(|subnet| subnet.id == *id).and_then(|subnet| subnet.name.as_deref());
            name.map_or_else(|| id.clone(), |name| format!("{name} ({id})"))
        }));
        if all_used && !others {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(
            if group.subnets.is_empty() { msg!(asg_subnets_none) } else { actual },
            msg!(asg_subnets_fix, asg = &self.asg, subnets = Text::list(self.subnets.clone())),
        ))
    }
}

/// The group has this minimum and maximum, and its desired capacity lies between them; as long as no policy has scaled it,
/// another desired one is worth advice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoScalingSize {
    /// Name of the group.
    pub asg: String,
    /// Desired capacity of the lesson, from which the group may differ.
    pub desired: Number,
    /// Minimum size.
    pub min: Number,
    /// Maximum size.
    pub max: Number,
    /// Name of the policy.
    pub policy: String,
}

impl Kind for AutoScalingSize {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::ScalingPoliciesOf(self.asg.clone()), Need::ActivitiesOf(self.asg.clone())]
    }

    fn expected(&self) -> Text {
        msg!(asg_size_expected, desired = self.desired.0, min = self.min.0, max = self.max.0)
    }

    fn why(&self) -> Text {
        msg!(asg_size_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let actual = msg!(asg_size_actual, desired = group.desired, min = group.min, max = group.max);
        let fix = msg!(asg_size_fix, desired = self.desired.0, min = self.min.0, max = self.max.0);
        let is_between = (self.min.0..=self.max.0).contains(&group.desired);
        if group.min != self.min.0 || group.max != self.max.0 || !is_between {
            return Ok(Verdict::failed(actual, fix));
        }
        // As long as no policy has changed it, somebody's hand did; that is worth a word and no more.
        let is_without_policy = facts.snapshot.scaling_policies.seen().is_ok_and(Vec::is_empty);
        let is_unscaled = facts.snapshot.activities.seen().is_ok_and(|all| !all.iter().any(is_resized_by_policy));
        let advice = msg!(asg_size_advice, desired = self.desired.0);
        let is_by_hand = group.desired != self.desired.0 && (is_without_policy || is_unscaled);
        Ok(Verdict { fix: is_by_hand.then_some(advice), ..Verdict::passed(actual) })
    }
}

/// The target group is attached to the Auto Scaling group.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoScalingAttached {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the target group.
    pub target_group: String,
}

impl Kind for AutoScalingAttached {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::TargetGroups]
    }

    fn expected(&self) -> Text {
        msg!(attached_expected, asg = &self.asg, target_group = &self.target_group)
    }

    fn why(&self) -> Text {
        msg!(attached_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let target_group = facts.target_group(&self.target_group)?;
        if group.target_groups.contains(&target_group.arn) {
            return Ok(Verdict::passed(Text::verbatim(&target_group.arn)));
        }
        let actual =
            if group.target_groups.is_empty() { msg!(attached_none) } else { Text::list(group.target_groups.clone()) };
        Ok(Verdict::failed(actual, msg!(attached_fix, asg = &self.asg, target_group = &self.target_group))
            .because(CauseId::TgNotAttached, msg!(cause_tg_not_attached)))
    }
}

/// As many instances as the group must never fall below are in service. What the policy starts on top of them may
/// still be on its way: then the group works, and it is the lab's success rather than something unfinished.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstancesInService {
    /// Name of the group.
    pub asg: String,
}

impl Kind for InstancesInService {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::ActivitiesOf(self.asg.clone()), Need::Instances]
    }

    fn expected(&self) -> Text {
        msg!(in_service_expected, asg = &self.asg)
    }

    fn why(&self) -> Text {
        msg!(in_service_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        let actual = Text::list(group.instances.iter().map(|member| format!("{} ({})", member.id, member.lifecycle)));
        let mut working = 0;
        let mut stopped = None;
        for member in &group.instances {
            match facts.instance(&member.id)?.map(|instance| &instance.state) {
                Some(state) if state.is_stopped() => stopped = Some(member),
                // The group hears of it a moment later.
                Some(state) if state.is_gone() => {}
                _ if member.lifecycle.is_in_service() && member.health.is_healthy() => working += 1,
                _ => {}
            }
        }
        if working >= group.min.max(1) {
            return Ok(Verdict::passed(actual));
        }
        if group.desired < 1 {
            return Ok(Verdict::failed(
                msg!(in_service_desired, desired = group.desired),
                msg!(in_service_desired_fix),
            )
            .because(CauseId::NoInstances, msg!(cause_no_instances)));
        }
        let activities = facts.snapshot.activities.seen()?;
        if let Some(replaced) = Replacements::of(activities, facts.now).filter(Replacements::is_loop) {
            return Ok(again_and_again(&replaced, &actual));
        }
        if let Some(stopped) = stopped {
            let since = facts.instance(&stopped.id)?.and_then(|instance| instance.state_since);
            let wait = Wait::new(Doing::ReplacingInstance, since);
            let actual = msg!(in_service_stopped, id = &stopped.id);
            return Ok(Verdict::waiting(wait, actual, msg!(in_service_replaced_fix))
                .because(CauseId::StoppedGroupMember, msg!(cause_stopped_group_member)));
        }
        if let Some(wait) = member_on_its_way(group, facts)? {
            return Ok(Verdict::waiting(wait, actual, msg!(in_service_fix)));
        }
        without_members(group, facts)
    }
}

/// What the group is busy with while none of its members works: one is starting, or one that failed is replaced.
fn member_on_its_way(group: &Group, facts: &Facts<'_>) -> Result<Option<Wait>, Stop> {
    let (mut launched, mut ended) = (None, None);
    for member in &group.instances {
        let instance = facts.instance(&member.id)?;
        if member.lifecycle.is_on_its_way() {
            launched = launched.max(instance.and_then(|instance| instance.launched_at));
        }
        ended = ended.max(instance.and_then(|instance| instance.state_since));
    }
    let any = |is_so: fn(&Member) -> bool| group.instances.iter().any(is_so);
    Ok(if any(|member| member.lifecycle.is_on_its_way()) {
        Some(Wait::new(Doing::FillingGroup, launched))
    } else if any(|member| !member.lifecycle.is_gone()) {
        Some(Wait::new(Doing::ReplacingInstance, ended))
    } else {
        None
    })
}

/// The verdict on a group that wants instances and has none.
fn without_members(group: &Group, facts: &Facts<'_>) -> Result<Verdict, Stop> {
    let activities = facts.snapshot.activities.seen()?;
    let actual = msg!(in_service_none);
    if let Some(failed) = failed_launch(activities) {
        return Ok(refused(failed));
    }
    let terminating = !group.instances.is_empty();
    let under_way = activities.iter().find(|activity| is_under_way(activity));
    if terminating
        || facts.is_within(Doing::FillingGroup.usual().overdue_after, group.created_at)
        || under_way.is_some()
    {
        let since = under_way.map_or(group.created_at.filter(|_| !terminating), |activity| activity.started_at);
        return Ok(Verdict::waiting(Wait::new(Doing::FillingGroup, since), actual, msg!(in_service_fix)));
    }
    Ok(Verdict::failed(actual, msg!(in_service_none_fix, asg = &group.name))
        .because(CauseId::NoInstances, msg!(cause_no_instances)))
}
