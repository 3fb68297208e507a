//! What the builders of the map's parts share: the account, the plan, and what the report says.

use super::findings::Findings;
use super::plan::{MapPlace, MapPlan};
use super::wiring::{Fact, Mark, Node};
use crate::account::resources::SecurityGroup;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{Facts, Missing};

/// The account as it is looked at for the map.
#[derive(Debug)]
pub struct Survey<'a> {
    /// The account.
    pub facts: Facts<'a>,
    /// What is to be drawn.
    pub plan: &'a MapPlan,
    /// What the report says.
    pub findings: Findings,
}

impl Survey<'_> {
    /// A part that is not there or can't be seen.
    #[must_use]
    pub fn missing(&self, mark: Mark, place: &MapPlace, title: Text) -> Node {
        Node { mark, title, facts: self.missing_facts(mark, place) }
    }

    /// Why nothing is drawn at `place`: what the report says, else the step in which it comes.
    #[must_use]
    pub fn missing_facts(&self, mark: Mark, place: &MapPlace) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.findings.at(place).collect();
        if mark == Mark::Unseen {
            facts.insert(0, Fact::marked(mark, msg!(map_not_visible)));
        } else if facts.is_empty() {
            let text =
                self.findings.step(place).map_or_else(|| msg!(map_not_there), |step| msg!(map_comes, step = step));
            facts.push(Fact::marked(mark, text));
        }
        facts
    }

    /// `facts` with what the report says of `place` behind them.
    #[must_use]
    pub fn with_findings(&self, mut facts: Vec<Fact>, place: &MapPlace) -> Vec<Fact> {
        facts.extend(self.findings.at(place));
        facts
    }

    /// The name of a security group, or its id where nothing tells the name.
    #[must_use]
    pub fn group_name(&self, id: &str) -> String {
        self.security_group(id).map_or_else(|| id.to_owned(), |group| group.group_name.clone())
    }

    /// The security group of this id.
    #[must_use]
    pub fn security_group(&self, id: &str) -> Option<&SecurityGroup> {
        let groups = self.facts.snapshot.security_groups.seen().ok()?;
        groups.iter().find(|group| group.id == id)
    }

    /// A subnet as people call it.
    #[must_use]
    pub fn subnet_name(&self, id: &str) -> String {
        let subnets = self.facts.snapshot.subnets.seen().map(Vec::as_slice).unwrap_or_default();
        let name = subnets.iter().find(|subnet| subnet.id == id).and_then(|subnet| subnet.name.clone());
        name.unwrap_or_else(|| id.to_owned())
    }
}

/// How a part stands that could not be handed over.
#[must_use]
pub fn absence(missing: &Missing) -> Mark {
    match missing {
        Missing::Unknown(_) => Mark::Unseen,
        Missing::Absent(_) => Mark::Absent,
        Missing::Several { .. } => Mark::Wrong,
    }
}
