//! What the simulated account answers to a closer look.

use jiff::Timestamp;

use super::SimulatedAccount;
use super::compute::instance_profile;
use super::network::ANYWHERE;
use crate::account::resources::{AclDirection, AclEntry, Listener, ListenerRule, NetworkAcl, RuleAction};
use crate::account::{Answer, Area, Question};

/// The rule that AWS puts at the end of every network ACL.
const LAST_RULE: i32 = 32_767;
/// The rule with which it opens the one of a new VPC.
const FIRST_RULE: i32 = 100;

impl SimulatedAccount {
    /// What comes of a question at the instant `now`.
    #[must_use]
    pub fn answer(&self, question: &Question, now: Timestamp) -> Answer {
        let mut simulated = self.clone();
        simulated.advance(now);
        match question {
            Question::BootLog { instance } => {
                Answer::BootLog { instance: instance.clone(), log: Area::Seen(simulated.boot_log(instance, now)) }
            }
            Question::ListenerRules { listener } => {
                let own = simulated.listener.iter().filter(|own| own.arn == *listener);
                Answer::ListenerRules(Area::Seen(own.map(default_rule).collect()))
            }
            Question::NetworkAcls => Answer::NetworkAcls(Area::Seen(simulated.network_acls())),
            Question::LaunchTemplates => Answer::LaunchTemplates(Area::Seen(simulated.listed_templates())),
            Question::InstanceProfiles => {
                Answer::InstanceProfiles(Area::Seen(vec![instance_profile(&simulated.names)]))
            }
            Question::OtherProfiles => Answer::OtherProfiles(Area::Seen(Vec::new())),
            Question::OtherRegions { names } => Answer::OtherRegions(Area::Seen(simulated.other_regions(names, now))),
        }
    }

    /// Each VPC has the one that AWS gave it, and nobody made another.
    fn network_acls(&self) -> Vec<NetworkAcl> {
        let of_vpc = |vpc: &str| {
            let subnets = self.network.subnets.iter().filter(|subnet| subnet.vpc == vpc);
            NetworkAcl {
                id: vpc.replacen("vpc-", "acl-", 1),
                vpc: vpc.to_owned(),
                subnets: subnets.map(|subnet| subnet.id.clone()).collect(),
                entries: [AclDirection::Inbound, AclDirection::Outbound].into_iter().flat_map(entries).collect(),
            }
        };
        self.network.vpcs.iter().map(|vpc| of_vpc(&vpc.id)).collect()
    }
}

/// A listener of the wizard has no other rule.
fn default_rule(listener: &Listener) -> ListenerRule {
    let kind = listener.action.clone().unwrap_or_default();
    ListenerRule {
        arn: listener.arn.replacen(":listener/", ":listener-rule/", 1),
        priority: None,
        conditions: Vec::new(),
        actions: vec![RuleAction { kind, forwards: listener.forwards.clone(), answer: None }],
    }
}

/// Everything may pass.
fn entries(direction: AclDirection) -> [AclEntry; 2] {
    [(FIRST_RULE, "allow"), (LAST_RULE, "deny")].map(|(number, action)| AclEntry {
        number,
        direction,
        action: action.to_owned(),
        protocol: "-1".to_owned(),
        ports: None,
        block: Some(ANYWHERE),
    })
}
