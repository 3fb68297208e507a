//! The Auto Scaling group: what it starts, where, how many, and whether they are in service.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::activity::is_resized_by_policy;
use super::mixed_instances::{LATEST, differing, is_same, written};
use super::{CauseId, Facts, Kind, Number, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
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
        let fix = || msg!(asg_fix, asg = &self.asg);
        let anew = || msg!(asg_deleting_fix, asg = &self.asg);
        let group = facts.auto_scaling_group(&self.asg).map_err(|missing| missing.of_subject(fix()))?;
        Ok(match &group.status {
            // AWS sets a status only while a group is being deleted.
            Some(status) => Verdict::failed(Text::verbatim(format!("{} ({status})", group.name)), anew())
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
