//! Security groups: that they exist, and what they admit.

use ipnet::{Ipv4Net, Ipv6Net};
use serde::Deserialize;

use super::admission::{Admission, Source, admissions, covers};
use super::facts::Missing;
use super::{CauseId, Deviation, Facts, Kind, Number, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::account::resources::SecurityGroup as Group;
use crate::i18n::Text;
use crate::msg;

const ANYWHERE: Ipv4Net = Ipv4Net::new_assert(std::net::Ipv4Addr::UNSPECIFIED, 0);
const ANYWHERE_IPV6: Ipv6Net = Ipv6Net::new_assert(std::net::Ipv6Addr::UNSPECIFIED, 0);

/// What finding a group by name in a VPC by name may need; subnets only choose between VPCs of one name.
fn group_needs() -> Vec<Need> {
    vec![Need::Vpcs, Need::Subnets, Need::SecurityGroups]
}

/// The security group of this name exists in the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroup {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
}

impl Kind for SecurityGroup {
    fn needs(&self) -> Vec<Need> {
        group_needs()
    }

    fn expected(&self) -> Text {
        msg!(security_group_expected, group = &self.group, vpc = &self.vpc)
    }

    fn why(&self) -> Text {
        msg!(security_group_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::SecurityGroup, &self.group).in_vpc(&self.vpc))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(security_group_fix, group = &self.group, vpc = &self.vpc);
        match facts.security_group(&self.vpc, &self.group) {
            Ok(group) => Ok(Verdict::passed(Text::verbatim(format!("{} ({})", group.group_name, group.id)))),
            Err(Missing::Absent(wanted)) if wanted.kind == ResourceKind::SecurityGroup => {
                Err(self.absent(facts, wanted, fix)?.into())
            }
            Err(missing) => Err(missing.of_subject(fix)),
        }
    }
}

impl SecurityGroup {
    /// The group is not in the VPC; says so if a namesake stands in another one.
    fn absent(&self, facts: &Facts<'_>, wanted: Wanted, fix: Text) -> Result<Verdict, Stop> {
        let groups = facts.snapshot.security_groups.seen()?;
        let elsewhere: Vec<String> = groups
            .iter()
            .filter(|group| group.group_name == self.group)
            .map(|group| format!("{} ({})", group.id, group.vpc.as_deref().unwrap_or("-")))
            .collect();
        if elsewhere.is_empty() {
            return Ok(Verdict::failed(msg!(absent, what = wanted.what()), fix).untouched().wanting(wanted));
        }
        let found = msg!(security_group_elsewhere, group = &self.group, found = Text::list(elsewhere));
        let fix = msg!(security_group_elsewhere_fix, group = &self.group, vpc = &self.vpc);
        Ok(Verdict::failed(found, fix).because(CauseId::WrongVpc, msg!(cause_wrong_vpc)).wanting(wanted))
    }
}

/// The group has this description, which can't be changed after creation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupDescription {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
    /// Letter by letter; AWS lets nobody change it later.
    pub description: String,
}

impl Kind for SecurityGroupDescription {
    fn needs(&self) -> Vec<Need> {
        group_needs()
    }

    fn expected(&self) -> Text {
        msg!(security_group_description_expected, description = &self.description)
    }

    fn why(&self) -> Text {
        msg!(security_group_description_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.security_group(&self.vpc, &self.group)?;
        let actual = Text::verbatim(format!("\"{}\"", group.description));
        if group.description == self.description {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, msg!(security_group_description_fix)))
    }
}

/// The group admits TCP on one port from one source, and nothing wider or other.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupIngress {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
    /// The TCP port.
    pub port: Number,
    /// The source.
    pub from: From,
}

/// Whom an inbound rule admits.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum From {
    /// 0.0.0.0/0. IPv6 on the same port is a matter of [`SecurityGroupIpv6`] alone.
    AnywhereIpv4,
    /// Members of the security group of this name in the same VPC.
    Group(String),
}

impl Kind for SecurityGroupIngress {
    fn needs(&self) -> Vec<Need> {
        [group_needs(), vec![Need::PrefixListsOf(self.group.clone())]].concat()
    }

    fn expected(&self) -> Text {
        match &self.from {
            From::AnywhereIpv4 => msg!(ingress_expected_anywhere, port = self.port.0),
            From::Group(source) => msg!(ingress_expected_group, port = self.port.0, source = source),
        }
    }

    fn why(&self) -> Text {
        match &self.from {
            From::AnywhereIpv4 => msg!(ingress_why_anywhere),
            From::Group(_) => msg!(ingress_why_group),
        }
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.security_group(&self.vpc, &self.group)?;
        let admitted = admissions(&group.ingress, facts)?;
        match &self.from {
            From::AnywhereIpv4 => Ok(self.judge_anywhere(&admitted)),
            From::Group(name) => match facts.security_group(&self.vpc, name) {
                Ok(source) => Ok(self.judge_group(&admitted, source, facts)),
                Err(Missing::Absent(wanted)) => judge_without_source(&admitted, wanted),
                Err(missing) => Err(missing.into()),
            },
        }
    }
}

impl SecurityGroupIngress {
    /// Whether an admission is what this check asks for. That every address is covered is another question.
    #[must_use]
    pub fn wants(&self, admission: &Admission, facts: &Facts<'_>) -> bool {
        let from = match &self.from {
            From::AnywhereIpv4 => matches!(admission.peer, Source::Ipv4(_)),
            From::Group(name) => facts
                .security_group(&self.vpc, name)
                .is_ok_and(|source| admission.peer == Source::Group(source.id.clone())),
        };
        from && admission.traffic.is_only(self.port.0)
    }

    fn judge_anywhere(&self, admitted: &[Admission]) -> Verdict {
        let port = self.port.0;
        let excess = rules(admitted.iter().filter(|admission| !admission.traffic.is_only(port)));
        let blocks = admitted.iter().filter(|admission| admission.traffic.includes(port)).filter_map(ipv4);
        let fix = msg!(ingress_fix_anywhere, port = port);
        verdict(admitted, covers(blocks, ANYWHERE), excess, fix)
    }

    fn judge_group(&self, admitted: &[Admission], source: &Group, facts: &Facts<'_>) -> Verdict {
        let port = self.port.0;
        let wanted = |admission: &&Admission| admission.peer == Source::Group(source.id.clone());
        let excess = rules(admitted.iter().filter(|a| !(a.traffic.is_only(port) && wanted(a))));
        let open = admitted.iter().filter(wanted).any(|admission| admission.traffic.includes(port));
        let fix = msg!(ingress_fix_group, port = port, source = &source.group_name);
        let is_half_done = open && !excess.is_empty();
        let verdict = verdict(admitted, open, excess, fix);
        if is_half_done {
            return verdict.because(CauseId::SgWrongInbound, msg!(cause_sg_wrong_inbound));
        }
        match namesake(admitted, source, facts) {
            Some(id) if !open => {
                let actual = msg!(ingress_namesake, name = &source.group_name, found = id, wanted = &source.id);
                Verdict { actual, ..verdict }.because(CauseId::WrongVpc, msg!(cause_wrong_vpc))
            }
            _ if !admitted.iter().any(|admission| matches!(admission.peer, Source::Group(_))) => verdict.untouched(),
            _ => verdict,
        }
    }
}

/// While the source doesn't exist, what admits anything but a group is wrong already; which group is meant is open.
fn judge_without_source(admitted: &[Admission], source: Wanted) -> Result<Verdict, Stop> {
    let excess = rules(admitted.iter().filter(|admission| !matches!(admission.peer, Source::Group(_))));
    if excess.is_empty() { Err(Missing::Absent(source).into()) } else { Ok(excess_verdict(excess)) }
}

fn verdict(admitted: &[Admission], open: bool, excess: Vec<String>, fix: Text) -> Verdict {
    let all = rules(admitted);
    match (open, excess.is_empty()) {
        (true, true) => Verdict::passed(Text::list(all)),
        (true, false) => excess_verdict(excess),
        (false, _) if all.is_empty() => Verdict::failed(msg!(ingress_none), fix).deviating(Deviation::Rules),
        (false, _) => Verdict::failed(msg!(ingress_other, rules = Text::list(all)), fix).deviating(Deviation::Rules),
    }
}

fn excess_verdict(excess: Vec<String>) -> Verdict {
    let excess = Text::list(excess);
    let verdict =
        Verdict::failed(msg!(ingress_excess, rules = excess.clone()), msg!(ingress_excess_fix, rules = excess));
    verdict.deviating(Deviation::Rules)
}

fn ipv4(admission: &Admission) -> Option<Ipv4Net> {
    match admission.peer {
        Source::Ipv4(block) => Some(block),
        _ => None,
    }
}

/// The rules behind admissions, each once.
fn rules<'a>(admissions: impl IntoIterator<Item = &'a Admission>) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    for admission in admissions {
        if !rules.contains(&admission.rule) {
            rules.push(admission.rule.clone());
        }
    }
    rules
}

/// The id of an admitted group that has the wanted group's name but is another one.
fn namesake(admitted: &[Admission], wanted: &Group, facts: &Facts<'_>) -> Option<String> {
    let groups = facts.snapshot.security_groups.seen().ok()?;
    admitted.iter().find_map(|admission| match &admission.peer {
        Source::Group(id) if *id != wanted.id => groups
            .iter()
            .find(|group| group.id == *id && group.group_name == wanted.group_name)
            .map(|group| group.id.clone()),
        _ => None,
    })
}

/// Advice: the group does not admit IPv6 on the port.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupIpv6 {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
    /// The TCP port.
    pub port: Number,
}

impl Kind for SecurityGroupIpv6 {
    fn needs(&self) -> Vec<Need> {
        [group_needs(), vec![Need::PrefixListsOf(self.group.clone())]].concat()
    }

    fn expected(&self) -> Text {
        msg!(ipv6_expected, port = self.port.0)
    }

    fn why(&self) -> Text {
        msg!(ipv6_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.security_group(&self.vpc, &self.group)?;
        let admitted = admissions(&group.ingress, facts)?;
        let extra =
            rules(admitted.iter().filter(|a| a.traffic.is_only(self.port.0) && matches!(a.peer, Source::Ipv6(_))));
        if extra.is_empty() {
            return Ok(Verdict::passed(msg!(ipv6_none)));
        }
        let fix = msg!(ipv6_fix, everywhere = ANYWHERE_IPV6.to_string());
        Ok(Verdict::failed(Text::list(extra), fix).deviating(Deviation::Rules))
    }
}

/// The group's outbound rules let its members reach other groups' members, or subnets, on a TCP port.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupReaches {
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group name.
    pub group: String,
    /// The TCP port.
    pub port: Number,
    /// Groups that the other side carries; one of them is enough.
    pub groups: Vec<String>,
    /// Name tags of the subnets that the other side stands in; all of them must be reached.
    pub subnets: Vec<String>,
}

impl Kind for SecurityGroupReaches {
    fn needs(&self) -> Vec<Need> {
        [group_needs(), vec![Need::PrefixListsOf(self.group.clone())]].concat()
    }

    fn expected(&self) -> Text {
        msg!(reaches_expected, port = self.port.0)
    }

    fn why(&self) -> Text {
        msg!(reaches_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.security_group(&self.vpc, &self.group)?;
        let admitted = admissions(&group.egress, facts)?;
        let open: Vec<&Admission> =
            admitted.iter().filter(|admission| admission.traffic.includes(self.port.0)).collect();
        let actual = if admitted.is_empty() { msg!(reaches_none) } else { Text::list(rules(&admitted)) };
        if self.reaches_group(&open, facts)? || self.reaches_subnets(&open, facts)? {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, msg!(reaches_fix, port = self.port.0))
            .because(CauseId::AlbSgBlocksOut, msg!(cause_alb_sg_blocks_out, port = self.port.0)))
    }
}

impl SecurityGroupReaches {
    fn reaches_group(&self, open: &[&Admission], facts: &Facts<'_>) -> Result<bool, Stop> {
        let groups = facts.snapshot.security_groups.seen()?;
        let vpc = facts.vpc(&self.vpc)?;
        let carried = |id: &str| {
            groups.iter().any(|group| {
                group.id == id && group.vpc.as_deref() == Some(&vpc.id) && self.groups.contains(&group.group_name)
            })
        };
        Ok(open.iter().any(|admission| matches!(&admission.peer, Source::Group(id) if carried(id))))
    }

    fn reaches_subnets(&self, open: &[&Admission], facts: &Facts<'_>) -> Result<bool, Stop> {
        let blocks: Vec<Ipv4Net> = open.iter().filter_map(|admission| ipv4(admission)).collect();
        if covers(blocks.iter().copied(), ANYWHERE) || blocks.is_empty() {
            return Ok(!blocks.is_empty());
        }
        for name in &self.subnets {
            let subnets = facts.subnets_named(&self.vpc, name)?;
            if !subnets.iter().filter_map(|subnet| subnet.cidr).all(|cidr| covers(blocks.iter().copied(), cidr)) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
