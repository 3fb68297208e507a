//! What is asked about an account only after a first look, because only then it is known to matter.

use std::collections::BTreeSet;

use super::resources::{
    BootLog, InstanceProfile, ListedTemplate, ListenerRule, NetworkAcl, OtherRegions, RegionalKind,
};

use super::{Area, Snapshot};

/// Something to look closer at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// What the instance of this id printed while it booted.
    BootLog {
        /// `i-…`
        instance: String,
    },
    /// What the listener of this ARN does with which requests.
    ListenerRules {
        /// Its ARN.
        listener: String,
    },
    /// Which packets the network ACLs let pass.
    NetworkAcls,
    /// Which launch templates there are.
    LaunchTemplates,
    /// Which instance profiles there are.
    InstanceProfiles,
    /// Which other profiles the AWS configuration names.
    OtherProfiles,
    /// What has these names in other regions.
    OtherRegions {
        /// Kinds of things with their names.
        names: BTreeSet<(RegionalKind, String)>,
    },
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The boot log of an instance.
    BootLog {
        /// `i-…`
        instance: String,
        /// Its boot log.
        log: Area<BootLog>,
    },
    /// Which paths and hosts of it lead elsewhere.
    ListenerRules(Area<Vec<ListenerRule>>),
    /// What may pass at the borders of the subnets.
    NetworkAcls(Area<Vec<NetworkAcl>>),
    /// Every launch template of the region, by name.
    LaunchTemplates(Area<Vec<ListedTemplate>>),
    /// Every instance profile of the account, with its roles.
    InstanceProfiles(Area<Vec<InstanceProfile>>),
    /// The names of the other profiles.
    OtherProfiles(Area<Vec<String>>),
    /// What the other regions hold.
    OtherRegions(Area<OtherRegions>),
}

impl Snapshot {
    /// The rules of one listener beside those of others; what can't be seen of one is seen of none.
    fn keep_rules(&mut self, rules: Area<Vec<ListenerRule>>) {
        match (&mut self.listener_rules, rules) {
            (Area::Seen(known), Area::Seen(rules)) => {
                known.retain(|rule| rules.iter().all(|other| other.arn != rule.arn));
                known.extend(rules);
            }
            (known, rules) => *known = rules,
        }
    }

    /// Keeps what came of a question with everything else that was read.
    pub fn keep(&mut self, answer: Answer) {
        match answer {
            Answer::BootLog { instance, log } => drop(self.boot_logs.insert(instance, log)),
            Answer::ListenerRules(rules) => self.keep_rules(rules),
            Answer::NetworkAcls(acls) => self.network_acls = acls,
            Answer::LaunchTemplates(templates) => self.launch_templates = templates,
            Answer::InstanceProfiles(profiles) => self.instance_profiles = profiles,
            Answer::OtherProfiles(profiles) => self.other_profiles = profiles,
            Answer::OtherRegions(regions) => self.other_regions = regions,
        }
    }
}
