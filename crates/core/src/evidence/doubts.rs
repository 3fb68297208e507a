//! What keeps a page from counting as it stands although its statuses hold: what it was judged by and where, and what in it
//! doesn't fit together. Whoever invents a page patiently can avoid all of it. Pure.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::redact::account_numbers;
use super::{Conclusion, Evidence, Examination};
use crate::account::{Area, Snapshot};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::SAMPLE_ACCOUNTS;

/// Clocks of learners and of AWS differ by so much.
const CLOCKS: SignedDuration = SignedDuration::from_mins(15);
/// AWS's accounts in an ARN stand behind so many colons.
const ACCOUNT_IN_ARN: usize = 4;

/// One reason to look at a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another version wrote it, so it was compared in part only.
    OtherVersion,
    /// It is about the simulated account.
    Simulated,
    /// A pack of the same id wrote it that asks for other things.
    OtherPack,
    /// It was judged by values that aren't the lesson's, by name.
    OwnValues(Vec<String>),
    /// The account was read elsewhere than at AWS.
    Endpoint(String),
    /// Something in it is later than it can be.
    Future(Timestamp),
    /// It names accounts beside the one that it is about.
    OtherAccounts(Vec<String>),
    /// Its account's number is shortened, so that nothing tells whose it is.
    Shortened,
    /// So many steps are left to the learner's word.
    Unconfirmed(usize),
}

impl Doubt {
    /// Part of the public contract.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::OtherVersion => "partly-compared",
            Self::Simulated => "evidence-simulated",
            Self::OtherPack => "other-pack",
            Self::OwnValues(_) => "own-values",
            Self::Endpoint(_) => "other-endpoint",
            Self::Future(_) => "in-the-future",
            Self::OtherAccounts(_) => "other-accounts",
            Self::Shortened => "account-shortened",
            Self::Unconfirmed(_) => "unconfirmed",
        }
    }

    /// In words.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::OtherVersion => msg!(evidence_doubt_version),
            Self::Simulated => msg!(evidence_doubt_simulated),
            Self::OtherPack => msg!(evidence_doubt_pack),
            Self::OwnValues(names) => msg!(evidence_doubt_values, names = names.join(", ")),
            Self::Endpoint(endpoint) => msg!(evidence_doubt_endpoint, endpoint = endpoint),
            Self::Future(at) => msg!(evidence_doubt_future, time = *at),
            Self::OtherAccounts(accounts) => msg!(evidence_doubt_accounts, accounts = accounts.join(", ")),
            Self::Shortened => msg!(evidence_doubt_shortened),
            Self::Unconfirmed(count) => msg!(evidence_doubt_unconfirmed, count = *count),
        }
    }
}

/// What is to be looked at of a page at the instant `now`. `lesson` is the lesson as it is without anybody's own values.
#[must_use]
pub fn doubts(examination: &Examination, lesson: &Lesson, now: Timestamp) -> Vec<Doubt> {
    let evidence = &examination.evidence;
    let is_other_pack = evidence.checks.as_ref() != Some(&lesson.checks);
    let names: Vec<String> = examination.values.iter().map(|value| value.name.clone()).collect();
    let accounts = other_accounts(lesson, evidence);
    let left = examination.told.left.len();
    let found = [
        evidence.is_of_demo().then_some(Doubt::Simulated),
        (examination.outcome() == Conclusion::PartlyCompared).then_some(Doubt::OtherVersion),
        is_other_pack.then_some(Doubt::OtherPack),
        (!names.is_empty()).then_some(Doubt::OwnValues(names)),
        evidence.endpoint.clone().map(Doubt::Endpoint),
        too_late(evidence, now).map(Doubt::Future),
        (!accounts.is_empty()).then_some(Doubt::OtherAccounts(accounts)),
        evidence.shortened.then_some(Doubt::Shortened),
        (left > 0).then_some(Doubt::Unconfirmed(left)),
    ];
    found.into_iter().flatten().collect()
}

/// The latest instant in the page that is later than now, or than when the page was written.
fn too_late(evidence: &Evidence, now: Timestamp) -> Option<Timestamp> {
    let own = [evidence.written_at, evidence.snapshot.taken_at];
    let end = now.min(evidence.written_at).checked_add(CLOCKS).unwrap_or(Timestamp::MAX);
    let record = serde_json::to_value(&evidence.record).unwrap_or_default();
    let mut seen = evidence.snapshot.clone();
    // What an account is told to do later lies in the future rightly.
    seen.alarms = Area::NotAsked;
    let mut instants = Vec::new();
    for value in [record, serde_json::to_value(&seen).unwrap_or_default()] {
        strings(&value, &mut |text| instants.extend(text.parse::<Timestamp>().ok()));
    }
    own.into_iter().chain(instants).filter(|at| *at > end).max()
}

fn strings(value: &Value, take: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, take)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, take)),
        _ => {}
    }
}

/// The accounts that the page names in the places where only the learner's own can stand, beside that one: ARNs, owners, who
/// read, whose record it is.
fn other_accounts(lesson: &Lesson, evidence: &Evidence) -> Vec<String> {
    let own = evidence.account();
    let mut named = named_accounts(&evidence.snapshot);
    named.insert(evidence.record.account.clone());
    let lessons: BTreeSet<&str> =
        lesson.values.iter().flat_map(|(_, value)| account_numbers(value).map(|(_, number)| number)).collect();
    let is_foreign = |account: &String| {
        let account = account.as_str();
        let is_nobodys = SAMPLE_ACCOUNTS.contains(&account) || lessons.contains(account);
        !account.is_empty() && Some(account) != own && !is_nobodys
    };
    // A record that was never kept has no account.
    named.into_iter().filter(is_foreign).collect()
}

fn named_accounts(snapshot: &Snapshot) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    let value = serde_json::to_value(snapshot).unwrap_or_default();
    strings(&value, &mut |text| {
        let arns = text.match_indices("arn:aws").filter_map(|(at, _)| text.get(at..)?.split(':').nth(ACCOUNT_IN_ARN));
        named.extend(arns.filter(|account| is_number(account)).map(str::to_owned));
    });
    if let Area::Seen(identity) = &snapshot.identity {
        named.insert(identity.account.clone());
    }
    let owners = snapshot.images.seen().map(Vec::as_slice).unwrap_or_default();
    named.extend(owners.iter().filter_map(|image| image.owner.clone()).filter(|owner| is_number(owner)));
    named
}

fn is_number(account: &str) -> bool {
    account_numbers(account).next().is_some_and(|(_, number)| number == account)
}
