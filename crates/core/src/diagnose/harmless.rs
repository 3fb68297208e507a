//! What mends one thing must not undo another that a check of the same lesson calls right.

use std::collections::BTreeSet;

use super::case::{Case, Judged};
use super::repair::{Means, Repair};
use crate::account::resources::{Listener, LoadBalancer};
use crate::verify::security_group_rules::Direction;
use crate::verify::{CheckKind, Status, listener_on};

/// `repairs` without their commands, where one of them would delete, revoke or change what another check calls right.
#[must_use]
pub fn harmless(repairs: Vec<Repair>, case: &Case<'_>) -> Vec<Repair> {
    let right: BTreeSet<Deed> = case.checks().flat_map(|judged| undoing(&judged, case)).collect();
    let text = |repair: &Repair| match (&repair.means, &repair.text) {
        (Means::Cli, crate::i18n::Text::Verbatim(command)) => Some(command.clone()),
        _ => None,
    };
    let undoes = |command: &str| right.iter().any(|deed| deed.is_done_by(command));
    if repairs.iter().filter_map(text).any(|command| undoes(&command)) {
        return repairs.into_iter().filter(|repair| repair.means != Means::Cli).collect();
    }
    repairs
}

/// A command that would undo something, by its name and what it is done to.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Deed {
    verb: &'static str,
    subject: String,
}

impl Deed {
    fn is_done_by(&self, command: &str) -> bool {
        let is_subject = |word: &str| word.trim_matches(['"', '\'']).rsplit('=').next() == Some(self.subject.as_str());
        command.contains(self.verb) && command.split_whitespace().any(is_subject)
    }
}

/// What would undo that which `judged` calls right.
fn undoing(judged: &Judged<'_>, case: &Case<'_>) -> Vec<Deed> {
    if judged.verdict.status == Status::Passed { of_kind(&judged.check.kind, case) } else { Vec::new() }
}

fn of_kind(kind: &CheckKind, case: &Case<'_>) -> Vec<Deed> {
    let deeds = |verbs: &[&'static str], subject: &str| -> Vec<Deed> {
        verbs.iter().map(|verb| Deed { verb, subject: subject.to_owned() }).collect()
    };
    let facts = &case.facts;
    match kind {
        CheckKind::SecurityGroupRules(check) => {
            let verbs: &[&str] = match check.direction {
                Direction::Inbound => &["revoke-security-group-ingress", "delete-security-group"],
                Direction::Outbound => &["revoke-security-group-egress", "delete-security-group"],
            };
            facts.security_group(&check.vpc, &check.group).map(|group| deeds(verbs, &group.id)).unwrap_or_default()
        }
        CheckKind::Listener(check) => {
            let found = listener_of(&check.alb, check.port.0, case);
            found
                .map(|(balancer, listener)| {
                    let mut all = deeds(&["modify-listener", "delete-listener"], &listener.arn);
                    all.extend(deeds(&["delete-load-balancer"], &balancer.arn));
                    all.extend(listener.forwards.iter().flat_map(|(arn, _)| deeds(&["delete-target-group"], arn)));
                    all
                })
                .unwrap_or_default()
        }
        CheckKind::ListenerRule(check) => {
            let found = listener_of(&check.alb, check.port.0, case);
            let rules = facts.snapshot.listener_rules.seen().map(Vec::as_slice).unwrap_or_default();
            found
                .map(|(balancer, listener)| {
                    let mut all = deeds(&["delete-listener"], &listener.arn);
                    all.extend(deeds(&["delete-load-balancer"], &balancer.arn));
                    for rule in rules.iter().filter(|rule| check.is_met_by(rule)) {
                        all.extend(deeds(&["delete-rule", "modify-rule"], &rule.arn));
                        let groups = rule.actions.iter().flat_map(|action| &action.forwards);
                        all.extend(groups.flat_map(|(arn, _)| deeds(&["delete-target-group"], arn)));
                    }
                    all
                })
                .unwrap_or_default()
        }
        CheckKind::AnyOf(check) => check.kinds.iter().flat_map(|kind| of_kind(kind, case)).collect(),
        _ => Vec::new(),
    }
}

fn listener_of<'a>(alb: &str, port: i32, case: &Case<'a>) -> Option<(&'a LoadBalancer, &'a Listener)> {
    let balancer = case.facts.load_balancer(alb).ok()?;
    Some((balancer, listener_on(balancer, port, &case.facts)?))
}
