//! Network ACLs.

use super::Ways;
use crate::account::resources::{AclDirection, NetworkAcl, Subnet};
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::verify::{LAST_RULE, Packets};

/// Packets that must pass the border of a subnet, and the rule that drops them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AclGap<'a> {
    /// The network ACL.
    pub acl: &'a NetworkAcl,
    /// The subnet that it guards.
    pub subnet: &'a Subnet,
    /// What must pass.
    pub packets: Packets,
    /// The number of the rule.
    pub rule: i32,
}

/// What closes a gap.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step<'a> {
    /// A rule that denies goes.
    Delete { acl: &'a NetworkAcl, direction: AclDirection, rule: i32 },
    /// Before the last rule, which can't go, another one comes.
    Admit { acl: &'a NetworkAcl, packets: Packets },
}

impl<'a> Step<'a> {
    fn of(gap: &AclGap<'a>) -> Self {
        let AclGap { acl, packets, rule, .. } = *gap;
        if rule == LAST_RULE {
            Self::Admit { acl, packets }
        } else {
            Self::Delete { acl, direction: packets.direction, rule }
        }
    }

    /// The network ACL and the direction in which the step needs a number of its own.
    fn numbered(&self) -> Option<(&'a str, AclDirection)> {
        match self {
            Self::Admit { acl, packets } => Some((&acl.id, packets.direction)),
            Self::Delete { .. } => None,
        }
    }

    /// The command; `before` is how many numbers of this network ACL and direction earlier steps have taken.
    fn command(&self, before: usize) -> Command {
        match self {
            Self::Delete { acl, direction, rule } => Command::aws("ec2 delete-network-acl-entry")
                .with("--network-acl-id", &acl.id)
                .flag(option(*direction))
                .with("--rule-number", rule.to_string()),
            Self::Admit { acl, packets } => {
                let (first, last) = packets.ports;
                Command::aws("ec2 create-network-acl-entry")
                    .with("--network-acl-id", &acl.id)
                    .flag(option(packets.direction))
                    .with("--rule-number", free_number(acl, packets.direction, before).to_string())
                    .flag("--rule-action allow --protocol tcp")
                    .with("--port-range", format!("From={first},To={last}"))
                    .with("--cidr-block", packets.peer.to_string())
            }
        }
    }
}

/// The page of the first network ACL, and commands that close all gaps.
pub fn close(gaps: &[AclGap<'_>], case: &Case<'_>) -> Ways {
    let page = gaps
        .first()
        .map_or_else(|| "acls:".to_owned(), |gap| format!("NetworkAclDetails:networkAclId={}", encoded(&gap.acl.id)));
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut ways = Ways::page(case.console().vpc(&page));
    for step in gaps.iter().map(Step::of) {
        // One network ACL often guards several subnets.
        if steps.contains(&step) {
            continue;
        }
        let before = steps.iter().filter(|earlier| earlier.numbered() == step.numbered()).count();
        ways = ways.by(step.command(before), case);
        steps.push(step);
    }
    ways
}

fn option(direction: AclDirection) -> &'static str {
    match direction {
        AclDirection::Inbound => "--ingress",
        AclDirection::Outbound => "--egress",
    }
}

/// The number after `before` others that no rule has yet; hundreds first, as the console proposes them.
fn free_number(acl: &NetworkAcl, direction: AclDirection, before: usize) -> i32 {
    let is_taken =
        |number: &i32| acl.entries.iter().any(|entry| entry.direction == direction && entry.number == *number);
    let hundreds = (1..=LAST_RULE / 100).map(|hundred| hundred * 100);
    let others = (1..LAST_RULE).filter(|number| number % 100 != 0);
    hundreds.chain(others).filter(|number| !is_taken(number)).nth(before).unwrap_or(LAST_RULE - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::resources::AclEntry;
    use crate::verify::ANYWHERE;

    fn acl(numbers: &[i32]) -> NetworkAcl {
        let entry = |number: &i32| AclEntry {
            number: *number,
            direction: AclDirection::Inbound,
            action: "deny".into(),
            protocol: "-1".into(),
            ports: None,
            block: Some(ANYWHERE),
        };
        let entries = numbers.iter().map(entry).collect();
        NetworkAcl { id: "acl-1".into(), vpc: "vpc-1".into(), subnets: Vec::new(), entries }
    }

    fn command(acl: &NetworkAcl, rule: i32, before: usize) -> String {
        let packets = Packets { direction: AclDirection::Inbound, peer: ANYWHERE, ports: (80, 80) };
        let step = if rule == LAST_RULE {
            Step::Admit { acl, packets }
        } else {
            Step::Delete { acl, direction: packets.direction, rule }
        };
        step.command(before).line()
    }

    #[test]
    fn a_rule_that_denies_goes_and_the_last_one_gets_another_before_it() {
        let acl = acl(&[100, LAST_RULE]);
        let delete = "aws ec2 delete-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 100";
        assert_eq!(command(&acl, 100, 0), delete);
        let admit = "aws ec2 create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 200 \
            --rule-action allow --protocol tcp --port-range From=80,To=80 --cidr-block 0.0.0.0/0";
        assert_eq!(command(&acl, LAST_RULE, 0), admit);
    }

    #[test]
    fn every_new_rule_has_a_number_of_its_own() {
        let number = |taken: &[i32], before| free_number(&acl(taken), AclDirection::Inbound, before);
        assert_eq!([0, 1, 2].map(|before| number(&[200, LAST_RULE], before)), [100, 300, 400]);
        let hundreds: Vec<i32> = (1..=LAST_RULE / 100).map(|hundred| hundred * 100).collect();
        assert_eq!([0, 1].map(|before| number(&hundreds, before)), [1, 2]);
        assert_eq!(free_number(&acl(&[100]), AclDirection::Outbound, 0), 100);
    }
}
