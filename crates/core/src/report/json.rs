//! The JSON document of `check --json`, as the public contract has it.

use serde::Serialize;

use super::{CheckReport, Report};
use crate::diagnose::Means;
use crate::i18n::Localizer;
use crate::verify::{CauseId, Status};

/// What `check --json` prints: one object.
#[derive(Debug, Serialize)]
pub struct ReportDocument {
    schema: u32,
    lesson: String,
    account: Option<String>,
    region: Option<String>,
    checked_at: String,
    steps: Vec<Step>,
}

#[derive(Debug, Serialize)]
struct Step {
    id: String,
    title: String,
    status: Status,
    locked: bool,
    checks: Vec<Check>,
}

#[derive(Debug, Serialize)]
struct Check {
    id: String,
    status: Status,
    required: bool,
    expected: String,
    actual: String,
    why: String,
    fix: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<Cause>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    repair: Vec<Repair>,
}

#[derive(Debug, Serialize)]
struct Repair {
    kind: Means,
    text: String,
}

#[derive(Debug, Serialize)]
struct Cause {
    id: CauseId,
    text: String,
}

impl ReportDocument {
    /// The document of `report`; `locked` has one entry a step.
    #[must_use]
    pub fn new(report: &Report, locked: &[bool], localizer: &Localizer) -> Self {
        let step = |(step, locked): (&super::StepReport, &bool)| Step {
            id: step.id.clone(),
            title: step.title.get(localizer.language()).to_owned(),
            status: step.status,
            locked: *locked,
            checks: step.checks.iter().map(|check| Check::new(check, localizer)).collect(),
        };
        Self {
            schema: 1,
            lesson: report.lesson.clone(),
            account: report.identity.as_ref().map(|identity| identity.account.clone()),
            region: report.region.clone(),
            checked_at: report.checked_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            steps: report.steps.iter().zip(locked).map(step).collect(),
        }
    }
}

impl Check {
    fn new(check: &CheckReport, localizer: &Localizer) -> Self {
        let (verdict, diagnosis) = (&check.verdict, check.diagnosis.as_ref());
        Self {
            id: check.id.clone(),
            status: verdict.status,
            required: check.required,
            expected: localizer.say(&check.expected),
            actual: localizer.say(&verdict.actual),
            why: localizer.say(&check.why),
            fix: check
                .fix()
                .into_iter()
                .chain(&verdict.goals)
                .map(|text| localizer.say(text))
                .collect::<Vec<_>>()
                .join("\n"),
            cause: diagnosis.map(|found| Cause { id: found.cause.id, text: localizer.say(&found.cause.text) }),
            evidence: diagnosis.iter().flat_map(|found| &found.evidence).map(|text| localizer.say(text)).collect(),
            repair: check.repair.iter().map(|repair| Repair::new(repair, localizer)).collect(),
        }
    }
}

impl Repair {
    fn new(repair: &crate::diagnose::Repair, localizer: &Localizer) -> Self {
        Self { kind: repair.means, text: localizer.say(&repair.text) }
    }
}
