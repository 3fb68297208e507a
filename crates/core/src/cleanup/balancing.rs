//! The load balancer, with which its listeners go, and after it the target group that they forwarded to.

use super::command::option;
use super::{Item, Kind, Site, State};
use crate::account::resources::{LoadBalancer, TargetGroup};
use crate::msg;
use crate::verify::ResourceKind;

impl Site<'_> {
    /// What takes visitors in.
    pub(super) fn balancing(&mut self) {
        let (lab, snapshot) = (self.lab, self.snapshot);
        for name in lab.made(ResourceKind::LoadBalancer) {
            let what = Some(msg!(cleanup_load_balancer, name = name));
            let is_it = |balancer: &LoadBalancer| balancer.name == name;
            self.each(Kind::LoadBalancer, &snapshot.load_balancers, what, is_it, Self::load_balancer);
        }
        for name in lab.made(ResourceKind::TargetGroup) {
            let what = Some(msg!(cleanup_target_group, name = name));
            let is_it = |group: &TargetGroup| group.name == name;
            self.each(Kind::TargetGroup, &snapshot.target_groups, what, is_it, Self::target_group);
        }
    }

    fn load_balancer(&self, balancer: &LoadBalancer) -> Item {
        let delete = option("load-balancer-arn", &balancer.arn);
        let wait = option("load-balancer-arns", &balancer.arn);
        Item {
            kind: Kind::LoadBalancer,
            resource: Some(balancer.arn.clone()),
            what: msg!(cleanup_load_balancer, name = &balancer.name),
            state: State::There,
            console: Some(msg!(cleanup_load_balancer_console, name = &balancer.name)),
            link: self.page("LoadBalancer:loadBalancerArn=", &balancer.arn),
            commands: vec![
                self.aws.command(&["elbv2", "delete-load-balancer", &delete]),
                self.aws.command(&["elbv2", "wait", "load-balancers-deleted", &wait]),
            ],
            note: Some(msg!(cleanup_load_balancer_note)),
        }
    }

    fn target_group(&self, group: &TargetGroup) -> Item {
        let arn = option("target-group-arn", &group.arn);
        Item {
            kind: Kind::TargetGroup,
            resource: Some(group.arn.clone()),
            what: msg!(cleanup_target_group, name = &group.name),
            state: State::There,
            console: Some(msg!(cleanup_target_group_console, name = &group.name)),
            link: self.page("TargetGroup:targetGroupArn=", &group.arn),
            commands: vec![self.aws.command(&["elbv2", "delete-target-group", &arn])],
            note: None,
        }
    }
}
