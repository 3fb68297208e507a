//! What the caller may do of what the tutor needs.

use super::Line;
use crate::i18n::Text;
use crate::{json, msg};

/// What came of trying every call that the tutor makes.
#[derive(Clone, Debug)]
pub struct Permissions {
    /// Each call by its name in IAM, such as `ec2:DescribeVpcs`.
    pub tried: Vec<(&'static str, Tried)>,
}

/// What came of trying a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tried {
    /// AWS lets it through.
    Allowed,
    /// AWS says that it isn't allowed.
    Denied,
    /// It is about a thing that isn't there yet, so that nobody can tell.
    NothingThere,
    /// AWS said neither; in its words.
    Unclear(String),
}

#[derive(serde::Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement<'a> {
    effect: &'static str,
    action: &'a [&'static str],
    resource: &'static str,
}

impl Permissions {
    pub(super) fn line(&self) -> Line {
        let (all, denied) = (self.tried.len(), self.of(|tried| *tried == Tried::Denied));
        let allowed = self.of(|tried| *tried == Tried::Allowed).len();
        let line = |found| Line::good("permissions", msg!(doctor_label_permissions), self.with_untried(found));
        let unclear = self.unclear();
        if denied.is_empty() {
            return match unclear {
                None => line(msg!(doctor_allowed, count = allowed, all = all)),
                Some(unclear) => line(unclear).odd(msg!(doctor_unclear_remedy)),
            };
        }
        if allowed == 0 {
            return line(msg!(doctor_all_denied, all = denied.len())).bad(msg!(doctor_policy_remedy));
        }
        let found = line(msg!(doctor_denied, count = denied.len(), all = all, names = Text::list(denied.clone())));
        found.bad(match statement(&denied) {
            Some(statement) => msg!(doctor_statement_remedy, statement = statement),
            None => msg!(doctor_policy_remedy),
        })
    }

    /// The names of those of which `is` holds.
    fn of(&self, is: impl Fn(&Tried) -> bool) -> Vec<&'static str> {
        self.tried.iter().filter(|(_, tried)| is(tried)).map(|(name, _)| *name).collect()
    }

    /// Those to which AWS said neither yes nor no, with what it said of the first.
    fn unclear(&self) -> Option<Text> {
        let words = self.tried.iter().find_map(|(_, tried)| match tried {
            Tried::Unclear(words) => Some(words),
            Tried::Allowed | Tried::Denied | Tried::NothingThere => None,
        })?;
        let names = self.of(|tried| matches!(tried, Tried::Unclear(_)));
        Some(msg!(
            doctor_unclear,
            count = names.len(),
            all = self.tried.len(),
            names = Text::list(names),
            words = words
        ))
    }

    fn with_untried(&self, found: Text) -> Text {
        let untried = self.of(|tried| *tried == Tried::NothingThere);
        if untried.is_empty() {
            return found;
        }
        msg!(doctor_and, first = found, second = msg!(doctor_untried, names = Text::list(untried)))
    }
}

/// What is missing, as a policy has it.
fn statement(denied: &[&'static str]) -> Option<String> {
    json::line(&Statement { effect: "Allow", action: denied, resource: "*" }).ok()
}
