//! Policy, group, the group's instances and the template: in this order, because the group would replace what is
//! terminated under it, and starts instances from the template.

use super::command::option;
use super::{Item, Kind, Site, State};
use crate::account::resources::{AutoScalingGroup, Instance, LaunchTemplate, ScalingPolicy};
use crate::msg;
use crate::verify::ResourceKind;

/// `DeletionProtection` of a group that may be deleted with its instances.
/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/resource-deletion-protection.html>
const UNPROTECTED: &str = "none";

impl Site<'_> {
    /// The group first, since it would start its instances anew; then what it was made from.
    pub(super) fn scaling(&mut self) {
        let (lab, snapshot) = (self.lab, self.snapshot);
        for asg in lab.made(ResourceKind::AutoScalingGroup) {
            // Policies are read of one group.
            let what = lab.made(ResourceKind::ScalingPolicy).next().map(|name| msg!(cleanup_policy, name = name));
            let policy = |site: &Self, policy: &ScalingPolicy| site.policy(policy, asg);
            self.each(Kind::ScalingPolicy, &snapshot.scaling_policies, what, |_| true, policy);
            let what = Some(msg!(cleanup_group, name = asg));
            let is_it = |group: &AutoScalingGroup| group.name == asg;
            self.each(Kind::AutoScalingGroup, &snapshot.auto_scaling_groups, what, is_it, Self::group);
            let what = Some(msg!(cleanup_members, name = asg));
            let is_member =
                |instance: &Instance| instance.asg.as_deref() == Some(asg) && !instance.state.is_terminated();
            let member = |site: &Self, instance: &Instance| site.member(instance, asg);
            self.each(Kind::GroupInstances, &snapshot.instances, what, is_member, member);
        }
        self.template();
    }

    fn policy(&self, policy: &ScalingPolicy, asg: &str) -> Item {
        let (group, name) = (option("auto-scaling-group-name", asg), option("policy-name", &policy.name));
        Item {
            kind: Kind::ScalingPolicy,
            resource: Some(policy.name.clone()),
            what: msg!(cleanup_policy, name = &policy.name),
            state: if self.group_stays(asg) { State::There } else { State::Deleting },
            console: Some(msg!(cleanup_policy_console, asg = asg, name = &policy.name)),
            link: self.page("AutoScalingGroupDetails:view=scaling;id=", asg),
            commands: vec![self.aws.command(&["autoscaling", "delete-policy", &group, &name])],
            note: Some(msg!(cleanup_policy_note)),
        }
    }

    fn group(&self, group: &AutoScalingGroup) -> Item {
        let name = option("auto-scaling-group-name", &group.name);
        let state = if group.status.is_some() { State::Deleting } else { State::There };
        let unprotect = ["autoscaling", "update-auto-scaling-group", &name, "--deletion-protection=none"];
        let delete = ["autoscaling", "delete-auto-scaling-group", &name, "--force-delete"];
        let is_protected = group.deletion_protection.as_deref().is_some_and(|level| level != UNPROTECTED);
        let note = if is_protected { msg!(cleanup_group_protected_note) } else { msg!(cleanup_group_note) };
        Item {
            kind: Kind::AutoScalingGroup,
            resource: Some(group.name.clone()),
            what: msg!(cleanup_group, name = &group.name),
            state,
            console: Some(msg!(cleanup_group_console, name = &group.name)),
            link: self.page("AutoScalingGroupDetails:view=details;id=", &group.name),
            commands: is_protected
                .then_some(&unprotect[..])
                .into_iter()
                .chain([&delete[..]])
                .map(|words| self.aws.command(words))
                .collect(),
            note: Some(note),
        }
    }

    /// A member goes with its group. To terminate it by hand would only make the group start another.
    fn member(&self, instance: &Instance, asg: &str) -> Item {
        let stays = self.group_stays(asg) && !instance.state.is_gone();
        let state = if stays { State::There } else { State::Deleting };
        Item {
            resource: Some(instance.id.clone()),
            link: self.page("InstanceDetails:instanceId=", &instance.id),
            note: Some(msg!(cleanup_member_note)),
            ..Item::bare(Kind::GroupInstances, msg!(cleanup_member, id = &instance.id, name = asg), state)
        }
    }

    /// Whether nobody has deleted the group yet, as far as can be seen.
    fn group_stays(&self, asg: &str) -> bool {
        let Ok(groups) = self.snapshot.auto_scaling_groups.seen() else { return true };
        groups.iter().any(|group| group.name == asg && group.status.is_none())
    }

    fn template(&mut self) {
        let Some(name) = self.lab.made(ResourceKind::LaunchTemplate).next() else { return };
        let what = msg!(cleanup_template, name = name);
        let item = match self.snapshot.launch_template.seen() {
            Ok(Some(template)) => self.found_template(template),
            Ok(None) => Item::bare(Kind::LaunchTemplate, what, State::Gone),
            Err(unseen) => Item::bare(Kind::LaunchTemplate, what, super::not_visible(unseen)),
        };
        self.items.push(item);
    }

    fn found_template(&self, template: &LaunchTemplate) -> Item {
        let id = option("launch-template-id", &template.id);
        Item {
            kind: Kind::LaunchTemplate,
            resource: Some(template.id.clone()),
            what: msg!(cleanup_template, name = &template.name),
            state: State::There,
            console: Some(msg!(cleanup_template_console, name = &template.name)),
            link: self.page("LaunchTemplateDetails:launchTemplateId=", &template.id),
            commands: vec![self.aws.command(&["ec2", "delete-launch-template", &id])],
            note: None,
        }
    }
}
