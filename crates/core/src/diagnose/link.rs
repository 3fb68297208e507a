//! What is found at one link of a way: from a visitor to an instance, or from load to a scale-out.

use crate::account::Unseen;
use crate::diagnose::case::{Case, Judged};
use crate::diagnose::remediation::mend_or;
use crate::diagnose::repair::{Means, Repair};
use crate::i18n::Text;
use crate::verify::{Cause, CauseId, CheckKind, Status, Verdict};

/// What is found at one link.
#[derive(Clone, Debug)]
pub enum Finding {
    /// Nothing is wrong here, or nothing that can be told apart from right.
    Sound,
    /// It can't be seen; the text says why.
    Unseen(Text),
    /// Nothing comes through here, and the account shows why.
    Broken(Break),
}

/// A broken link.
#[derive(Clone, Debug)]
pub struct Break {
    /// What is wrong.
    pub cause: Cause,
    /// What shows it.
    pub evidence: Vec<Text>,
    /// How to mend it.
    pub repair: Vec<Repair>,
}

impl Break {
    /// A break that no check of the lesson names.
    #[must_use]
    pub fn new(id: CauseId, text: Text) -> Self {
        Self { cause: Cause { id, text }, evidence: Vec::new(), repair: Vec::new() }
    }

    /// The break that a check found, with the cause that it names, else this one.
    #[must_use]
    pub fn of(judged: &Judged<'_>, id: CauseId, text: Text, case: &Case<'_>) -> Self {
        let named = judged.verdict.cause.clone();
        Self {
            cause: named.unwrap_or(Cause { id, text }),
            evidence: vec![judged.verdict.actual.clone()],
            repair: mend_or(id, judged, case),
        }
    }

    /// The same with one more piece of evidence, weaker than those before.
    #[must_use]
    pub fn shown_by(mut self, evidence: Text) -> Self {
        self.evidence.push(evidence);
        self
    }

    /// The same with a step in the console.
    #[must_use]
    pub fn mended_by(mut self, text: Text) -> Self {
        self.repair.push(Repair { means: Means::Console, text });
        self
    }

    /// The same with further repairs.
    #[must_use]
    pub fn mended_as(mut self, repairs: impl IntoIterator<Item = Repair>) -> Self {
        self.repair.extend(repairs);
        self
    }
}

impl From<Break> for Finding {
    fn from(found: Break) -> Self {
        Self::Broken(found)
    }
}

impl From<Unseen<'_>> for Finding {
    fn from(unseen: Unseen<'_>) -> Self {
        Self::Unseen(Verdict::unknown(unseen).actual)
    }
}

/// The link that a check of the lesson judges; sound where no check of the lesson does. What isn't there at all isn't set
/// wrong: then nothing more can be told of the link.
pub fn judged_by(case: &Case<'_>, is_wanted: impl Fn(&CheckKind) -> bool, id: CauseId, text: Text) -> Finding {
    match case.judged(is_wanted) {
        Some(judged) => match judged.verdict.status {
            Status::Failed if judged.verdict.cause.is_none() && judged.verdict.wanted.is_some() => {
                Finding::Unseen(judged.verdict.actual.clone())
            }
            Status::Failed => Break::of(&judged, id, text, case).into(),
            Status::Unknown => Finding::Unseen(judged.verdict.actual.clone()),
            Status::Passed | Status::Waiting | Status::Manual | Status::Skipped => Finding::Sound,
        },
        None => Finding::Sound,
    }
}
