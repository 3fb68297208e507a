//! Whether a page is what this program would write from the data in it. Pure.

use super::{Differences, Evidence, EvidenceError, OwnValue, Told, data, examine, own_values, page};
use crate::lesson::{Lesson, Pack};

/// What came of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Examination {
    /// What it holds.
    pub evidence: Evidence,
    /// Where its claims differ from its own snapshot.
    pub differences: Differences,
    /// The learner's own values that differ from the lesson's.
    pub values: Vec<OwnValue>,
    /// What of it only the learner can tell.
    pub told: Told,
    /// The first line of the page that isn't what this program writes from its data.
    pub page: Option<PageDifference>,
}

/// A line of a page that isn't what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageDifference {
    /// Counted from 1.
    pub line: usize,
    /// What stands there; nothing where the page ends before.
    pub found: String,
}

/// How a page came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Every claim and every line is borne out by its own data.
    Consistent,
    /// Its claims are borne out, but another version wrote it, whose checks and lines can't be compared.
    PartlyCompared,
    /// A claim or a line isn't.
    Differs,
}

impl Examination {
    /// How the page came through.
    #[must_use]
    pub fn outcome(&self) -> Conclusion {
        let is_of_other_version = self.differences.tool.is_some() || self.differences.lesson_version.is_some();
        match (&self.page, self.differences.is_consistent()) {
            (_, true) if is_of_other_version => Conclusion::PartlyCompared,
            (None, true) => Conclusion::Consistent,
            _ => Conclusion::Differs,
        }
    }
}

/// Examines a page by the lesson in `pack`; `lesson` is that lesson as it is without anybody's own values.
///
/// # Errors
/// The bytes aren't a page that can be examined.
pub fn verify(pack: &Pack, lesson: &Lesson, bytes: &[u8]) -> Result<Examination, EvidenceError> {
    let text = data::text(bytes)?;
    let raw = data::find(text)?;
    let evidence = data::parse(raw)?;
    if evidence.lesson != lesson.id {
        return Err(EvidenceError::OtherLesson(evidence.lesson));
    }
    let values = own_values(lesson, &evidence);
    let own = if values.is_empty() { None } else { Some(lesson_of(pack, &evidence)?) };
    let theirs = own.as_ref().unwrap_or(lesson);
    Ok(Examination {
        differences: examine(theirs, &evidence),
        told: evidence.told(&evidence.evaluate(theirs)),
        values,
        page: first_difference(text, &page::render(theirs, &evidence, raw)),
        evidence,
    })
}

fn lesson_of(pack: &Pack, evidence: &Evidence) -> Result<Lesson, EvidenceError> {
    evidence.lesson_of(pack).map_err(|error| EvidenceError::Values(error.text()))
}

/// Mail and version control may change line ends on the way, and what stands before and behind a page; nothing that anybody
/// sees.
fn first_difference(found: &str, expected: &str) -> Option<PageDifference> {
    if found == expected {
        return None;
    }
    let (mut found, mut expected) = (found.lines(), expected.lines());
    let mut line = 0;
    loop {
        line += 1;
        match (found.next(), expected.next()) {
            (None, None) => return None,
            (found, expected) if found == expected => {}
            (Some(""), None) => {}
            (found, _) => {
                return Some(PageDifference { line, found: found.unwrap_or_default().to_owned() });
            }
        }
    }
}
