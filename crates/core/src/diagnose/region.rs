//! The tutor looks at another region than the lesson's: then nothing that was made can be seen, and that is why.

use super::case::{Case, Judged};
use super::diagnosis::Diagnosis;
use super::remediation::mend;
use crate::verify::{CheckKind, Status};

/// The cause of a failed check that names none itself, where the region is another one.
#[must_use]
pub fn looked_elsewhere(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() {
        return None;
    }
    let region = case.judged(|kind| matches!(kind, CheckKind::Region(_)))?;
    let named = region.verdict.cause.clone().filter(|_| region.verdict.status == Status::Failed)?;
    let evidence = vec![region.verdict.actual.clone()];
    Some(Diagnosis { cause: named, evidence, repair: mend(&region, case), consequences: Vec::new() })
}
