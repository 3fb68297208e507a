//! Mistakes of the demo that are near misses, each told as what it is.

use test_case::test_case;

use super::{before, lesson};
use crate::diagnose::questions;
use crate::report::Report;

#[test_case("preflight", "base-full-width", "base-instance", "name-near-miss"; "a full-width hyphen")]
#[test_case("preflight", "base-terminate-early", "base-instance", "deleted-recently"; "terminated")]
#[test_case("1-1", "alb-sg-typo", "group", "name-near-miss"; "swapped letters")]
#[test_case("1-1", "alb-sg-default-vpc", "group", "wrong-vpc"; "another VPC")]
#[test_case("1-1", "alb-sg-name-tag", "group", "name-tag-not-name"; "the Name tag only")]
#[test_case("2-3", "image-name", "image", "name-near-miss"; "underscores")]
#[test_case("4-4", "policy-name", "policy", "name-near-miss"; "a space at the end")]
#[test_case("2-1", "region-other", "vpc", "wrong-region"; "another region")]
fn it_is_told(step: &str, action: &str, check: &str, cause: &str) {
    let lesson = lesson();
    let (mut simulated, now) = before(&lesson, step);
    simulated.perform(action, now);
    let now = simulated.settled_at(now);
    let mut snapshot = simulated.snapshot(now);
    let report = Report::assess(&lesson, &snapshot, now);
    for question in questions(&report.judged(&lesson), &lesson, &snapshot, now) {
        snapshot.keep(simulated.answer(&question, now));
    }
    let report = Report::assess(&lesson, &snapshot, now);
    let checks = report.steps.iter().flat_map(|step| &step.checks).filter(|found| found.id == check);
    let causes: Vec<&str> = checks.filter_map(|found| Some(found.diagnosis.as_ref()?.cause.id.as_str())).collect();
    assert!(causes.contains(&cause), "{causes:?}");
}
