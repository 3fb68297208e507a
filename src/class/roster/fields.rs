//! The fields of a learner, whatever the format they came in, and what they must look like.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::plain::{AccountNumber, account, half_width};
use super::{Mark, RosterEntry, Way};
use crate::account::{Access, Role};
use crate::class::marks::LOST_ZEROS;
use crate::i18n::{Language, Text};
use crate::msg;

/// A roster to begin with.
pub const EXAMPLE: &str = include_str!("example.toml");

/// The external id in it: whoever leaves it there shares it with everybody who does.
const EXAMPLE_EXTERNAL_ID: &str = "change-this-to-a-secret-of-your-own";

/// The names of the fields.
pub const NAMES: [&str; 9] =
    ["name", "id", "profile", "role_arn", "external_id", "evidence", "region", "account", "language"];
/// The value of the lesson that names the region.
const REGION: &str = "region";

/// The longest name that is kept, in characters.
const LONGEST_NAME: usize = 200;
/// AWS's bounds of an external id: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>.
const EXTERNAL_ID: std::ops::RangeInclusive<usize> = 2..=1224;
const ACCOUNT_DIGITS: usize = 12;

/// A field with its place in the file.
#[derive(Clone, Debug)]
pub struct Field {
    pub value: String,
    /// Line and column, counted from 1.
    pub place: (usize, usize),
}

/// The fields of one learner.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// Where the learner's row begins.
    pub place: (usize, usize),
    /// By name; empty ones are left out.
    pub known: Vec<(&'static str, Field)>,
    /// What this program has no field for: heading and value, in the order of the columns.
    pub more: Vec<(String, String)>,
    /// The learner's own values of the lesson.
    pub values: BTreeMap<String, String>,
    /// What is wrong already.
    pub fault: Option<RosterFault>,
}

/// What is wrong, and where.
#[derive(Clone, Debug)]
pub struct RosterFault {
    pub place: (usize, usize),
    pub problem: Text,
}

impl Fields {
    /// Notes what is wrong, unless something was before.
    pub fn note(&mut self, fault: RosterFault) {
        self.fault.get_or_insert(fault);
    }

    fn get(&self, name: &str) -> Option<&Field> {
        self.known.iter().find(|(known, _)| *known == name).map(|(_, field)| field)
    }

    fn value(&self, name: &str) -> Option<String> {
        self.get(name).map(|field| field.value.clone())
    }

    /// The learner; `number` names one that has neither name nor id.
    pub fn entry(self, file: &str, number: usize) -> RosterEntry {
        let said = |fault: RosterFault| {
            let (line, column) = fault.place;
            msg!(lesson_error, place = format!("{file}:{line}:{column}"), problem = fault.problem)
        };
        let name = self.value("name").or_else(|| self.value("id"));
        let shown = name.unwrap_or_else(|| format!("#{number}"));
        let name: String = shown.chars().take(LONGEST_NAME).collect();
        let (account, marks) = self.account();
        RosterEntry {
            id: self.value("id").map_or_else(|| name.clone(), |id| half_width(&id)),
            name,
            region: self.value("region").map(|region| half_width(&region)).or_else(|| self.values.get(REGION).cloned()),
            language: self.language(),
            account,
            way: self.way().map_err(said),
            place: None,
            marks,
            more: self.more,
            values: self.values,
        }
    }

    fn language(&self) -> Option<Language> {
        let name = half_width(&self.value("language")?).to_lowercase();
        Language::ALL.into_iter().find(|language| {
            let own = match language {
                Language::Ja => "日本語",
                Language::En => "english",
            };
            name == language.tag() || name == own
        })
    }

    /// The account that is pinned, with what is to be told of how it was written.
    fn account(&self) -> (Option<String>, Vec<Mark>) {
        let of_role = || Some(account_of(&half_width(&self.value("role_arn")?))?.to_owned());
        let Some(written) = self.value("account") else { return (of_role(), Vec::new()) };
        match account(&written) {
            AccountNumber::Whole(account) => (Some(account), Vec::new()),
            AccountNumber::Padded(account) => {
                let text = msg!(class_lost_zeros, written = &written, account = &account);
                (Some(account), vec![Mark { id: LOST_ZEROS, text }])
            }
            AccountNumber::Unknown => (Some(written), Vec::new()),
        }
    }

    fn way(&self) -> Result<Way, RosterFault> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        if self.get("name").or_else(|| self.get("id")).is_none() {
            return Err(RosterFault { place: self.place, problem: msg!(class_roster_nameless) });
        }
        self.refuse_bad_account()?;
        if let Some(given) = self.get("language").filter(|_| self.language().is_none()) {
            return Err(RosterFault { place: given.place, problem: msg!(class_roster_language, name = &given.value) });
        }
        let ways = ["profile", "role_arn", "evidence"];
        let mut given = ways.into_iter().filter_map(|way| Some((way, self.get(way)?)));
        let Some((way, field)) = given.next() else {
            return Err(RosterFault { place: self.place, problem: msg!(class_roster_no_way) });
        };
        if let Some((_, second)) = given.next() {
            return Err(RosterFault { place: second.place, problem: msg!(class_roster_two_ways) });
        }
        match way {
            "role_arn" => self.role(field).map(|role| Way::Account(Access::Role(role))),
            "profile" => Ok(Way::Account(Access::Profile(field.value.clone()))),
            _ => Ok(Way::Evidence(PathBuf::from(&field.value))),
        }
    }

    fn role(&self, arn: &Field) -> Result<Role, RosterFault> {
        let role = half_width(&arn.value);
        if account_of(&role).is_none() {
            return Err(RosterFault { place: arn.place, problem: msg!(class_roster_role, arn = &arn.value) });
        }
        let Some(given) = self.get("external_id") else { return Ok(Role { arn: role, external_id: None }) };
        let external_id = half_width(&given.value);
        let fault = |problem| Err(RosterFault { place: given.place, problem });
        if external_id == EXAMPLE_EXTERNAL_ID {
            return fault(msg!(class_roster_example_external_id));
        }
        if !is_external_id(&external_id) {
            return fault(msg!(class_roster_external_id));
        }
        Ok(Role { arn: role, external_id: Some(external_id) })
    }

    fn refuse_bad_account(&self) -> Result<(), RosterFault> {
        match self.get("account") {
            Some(written) if account(&written.value) == AccountNumber::Unknown => {
                Err(RosterFault { place: written.place, problem: msg!(class_roster_account, account = &written.value) })
            }
            _ => Ok(()),
        }
    }
}

/// The account in the ARN of a role; none where it isn't one.
fn account_of(arn: &str) -> Option<&str> {
    let mut parts = arn.splitn(6, ':');
    let is_role = parts.next() == Some("arn")
        && parts.next().is_some_and(|partition| partition.starts_with("aws"))
        && parts.next() == Some("iam")
        && parts.next() == Some("");
    let account = parts.next().filter(|account| is_account(account))?;
    let name = parts.next()?.strip_prefix("role/")?;
    (is_role && !name.is_empty() && !name.contains(char::is_whitespace)).then_some(account)
}

fn is_account(text: &str) -> bool {
    text.len() == ACCOUNT_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_external_id(text: &str) -> bool {
    let is_taken = |character: char| character.is_ascii_alphanumeric() || "_+=,.@:/-".contains(character);
    EXTERNAL_ID.contains(&text.len()) && text.chars().all(is_taken)
}
