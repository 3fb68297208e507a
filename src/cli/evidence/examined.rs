//! Examines pages that were handed in, and says of each whether it holds.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::Timestamp;

use crate::class::page_bytes;
use crate::cli::context::Context;
use crate::cli::output::{Fault, Output};
use crate::evidence::{Conclusion, Difference, Doubt, Examination, OwnValue, PageDifference, TOOL, doubts, verify};
use crate::i18n::{Localizer, Text};
use crate::lesson::Lesson;
use crate::msg;
use crate::verify::Status;

/// Exit status where a page doesn't hold, or can't be told to.
const NOT_ALL: u8 = 1;

pub fn run(context: &Context, files: &[PathBuf], output: &mut Output) -> Result<ExitCode, Fault> {
    let lesson = context.load(&BTreeMap::new())?;
    let mut all_hold = true;
    for file in files {
        let (holds, lines) = examine(context, &lesson, file);
        all_hold &= holds;
        output.write(&context.signs().show(&lines))?;
        if output.reader_left() {
            break;
        }
    }
    output.write(&said(&context.localizer, "", &[msg!(evidence_verify_limits)]))?;
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::from(NOT_ALL) })
}

/// Whether the page in `file` holds, and what there is to say of it.
fn examine(context: &Context, lesson: &Lesson, file: &Path) -> (bool, String) {
    let (name, localizer) = (file.display().to_string(), &context.localizer);
    let bytes = match page_bytes(file) {
        Ok(bytes) => bytes,
        Err(error) => return (false, unreadable(localizer, &name, error)),
    };
    match verify(&context.pack(), lesson, &bytes) {
        Ok(examination) => {
            (examination.outcome() == Conclusion::Consistent, told(localizer, &name, lesson, &examination))
        }
        Err(error) => (false, unreadable(localizer, &name, error.text())),
    }
}

fn unreadable(localizer: &Localizer, file: &str, why: Text) -> String {
    said(localizer, "", &[msg!(evidence_verify_unreadable, file = file, why = why)])
}

fn told(localizer: &Localizer, file: &str, lesson: &Lesson, examination: &Examination) -> String {
    let head = match examination.outcome() {
        Conclusion::Consistent => msg!(evidence_verify_consistent, file = file),
        Conclusion::PartlyCompared => msg!(evidence_verify_partly, file = file),
        Conclusion::Differs => msg!(evidence_verify_differs, file = file),
    };
    let mut details = about(examination);
    let doubts = doubts(examination, lesson, Timestamp::now());
    // That steps are left to the learner's word is counted already.
    let doubts = doubts.iter().filter(|doubt| !matches!(doubt, Doubt::Unconfirmed(_)));
    details.extend(doubts.map(|doubt| msg!(evidence_verify_doubt, doubt = doubt.text())));
    details.extend(versions(examination, lesson));
    details.extend(examination.values.iter().map(value));
    details.extend(examination.differences.claims.iter().map(claim));
    // Lines of another version differ for their own reasons.
    let line = examination.page.as_ref().filter(|_| examination.outcome() != Conclusion::PartlyCompared);
    details.extend(line.map(changed_line));
    said(localizer, "", &[head]) + &said(localizer, "  ", &details)
}

fn said(localizer: &Localizer, indent: &str, texts: &[Text]) -> String {
    texts.iter().fold(String::new(), |lines, text| lines + indent + &localizer.say(text) + "\n")
}

/// Whose page it is, and what it comes to.
fn about(examination: &Examination) -> Vec<Text> {
    let evidence = &examination.evidence;
    let known = |value: Option<&str>| value.map_or_else(|| msg!(account_unknown), Text::verbatim);
    let time = evidence.snapshot.taken_at;
    let passed = evidence.steps.iter().filter(|step| step.status == Status::Passed).count();
    let (confirmed, left) = (examination.told.confirmed.len(), examination.told.left.len());
    let all = evidence.steps.len();
    let said = evidence.learner.as_ref().map(|said| msg!(evidence_by_word, learner = said.line()));
    let facts = [
        msg!(
            evidence_verify_about,
            account = known(evidence.account()),
            region = known(evidence.region()),
            time = time
        ),
        msg!(evidence_verify_count, passed = passed, confirmed = confirmed, left = left, all = all),
    ];
    said.into_iter().chain(facts).collect()
}

fn versions(examination: &Examination, lesson: &Lesson) -> Vec<Text> {
    let differences = &examination.differences;
    let tool = differences.tool.as_ref().map(|found| msg!(evidence_verify_tool, found = found, own = TOOL));
    let found = differences.lesson_version.as_ref();
    let version = found.map(|found| msg!(evidence_verify_lesson, found = found, own = &lesson.version));
    tool.into_iter().chain(version).collect()
}

fn value(value: &OwnValue) -> Text {
    let ours = value.ours.as_ref().map_or_else(|| msg!(evidence_verify_nothing), Text::verbatim);
    msg!(evidence_verify_value, name = &value.name, theirs = &value.theirs, ours = ours)
}

fn claim(difference: &Difference) -> Text {
    let place = match &difference.check {
        Some(check) => format!("{}/{check}", difference.step),
        None => difference.step.clone(),
    };
    msg!(evidence_verify_claim, place = place)
}

/// Where, and not what belongs there: that would lead whoever forges a page from line to line.
fn changed_line(difference: &PageDifference) -> Text {
    msg!(evidence_verify_line, line = difference.line)
}
