//! What the report says of each place of the map.

use super::plan::MapPlace;
use super::wiring::{Fact, Mark};
use crate::i18n::Text;
use crate::lesson::Lesson;
use crate::msg;
use crate::report::{CheckReport, Report, StepReport, locked_by_account};
use crate::verify::Status;

/// The report's findings, each at its place.
#[derive(Debug, Default)]
pub struct Findings {
    findings: Vec<Finding>,
    steps: Vec<First>,
}

/// The first step that is about a place.
#[derive(Debug)]
struct First {
    place: MapPlace,
    step: String,
    begun: bool,
}

#[derive(Debug)]
struct Finding {
    place: MapPlace,
    mark: Mark,
    step: String,
    check: String,
    what: Text,
}

impl Findings {
    /// What `report` says. Where a step is locked, and the first one about the same place isn't begun either, there is
    /// nothing to complain about yet: the base instance, for one, must run until the last step.
    #[must_use]
    pub fn of(lesson: &Lesson, report: &Report) -> Self {
        let mut found = Self::default();
        let locked = locked_by_account(report);
        for ((step, said), locked) in lesson.steps.iter().zip(&report.steps).zip(locked) {
            for (check, verdict) in step.checks.iter().zip(&said.checks) {
                let Some(place) = MapPlace::of(&check.kind) else { continue };
                if found.first(&place).is_none() {
                    found.steps.push(First { place: place.clone(), step: step.id.clone(), begun: is_begun(said) });
                }
                let begun = is_begun(said) && found.first(&place).is_some_and(|first| first.begun);
                if check.required && (!locked || begun) {
                    found.note(place, &step.id, verdict);
                }
            }
        }
        found
    }

    fn note(&mut self, place: MapPlace, step: &str, check: &CheckReport) {
        let mark = match check.verdict.status {
            Status::Failed => Mark::Wrong,
            Status::Waiting => Mark::Waiting,
            _ => return,
        };
        let what = short(check);
        // Later steps ask some questions again; the first answer is enough.
        if !self.findings.iter().any(|known| known.place == place && known.what == what) {
            self.findings.push(Finding { place, mark, step: step.to_owned(), check: check.id.clone(), what });
        }
    }

    /// What is found at `place`, as facts.
    pub fn at(&self, place: &MapPlace) -> impl Iterator<Item = Fact> {
        let here = self.findings.iter().filter(move |finding| finding.place == *place);
        here.map(|finding| {
            let what = finding.what.clone();
            Fact::marked(finding.mark, msg!(map_finding, step = &finding.step, check = &finding.check, what = what))
        })
    }

    /// The worse of how a part looks by itself and of what is found at its place.
    #[must_use]
    pub fn mark(&self, place: &MapPlace, own: Mark) -> Mark {
        self.findings.iter().filter(|finding| finding.place == *place).map(|finding| finding.mark).fold(own, Mark::min)
    }

    /// The first step that is about `place`.
    #[must_use]
    pub fn step(&self, place: &MapPlace) -> Option<&str> {
        self.first(place).map(|first| first.step.as_str())
    }

    fn first(&self, place: &MapPlace) -> Option<&First> {
        self.steps.iter().find(|first| first.place == *place)
    }
}

/// Whether something of a step is right already.
fn is_begun(step: &StepReport) -> bool {
    step.checks.iter().any(|check| check.required && check.verdict.status == Status::Passed)
}

/// What is wrong, as short as the report has it.
fn short(check: &CheckReport) -> Text {
    check.verdict.cause.as_ref().map_or_else(|| check.verdict.actual.clone(), |cause| cause.text.clone())
}
