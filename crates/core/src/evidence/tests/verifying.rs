//! What is found out of a page, and what of a file that isn't one.

use test_case::test_case;

use super::{LESSON, begun, evidence_of, examined, finished, page_of};
use crate::evidence::{Conclusion, Difference, EvidenceError, FORMAT, PageDifference, TOOL, read, verify, write};
use crate::lesson::Pack;
use crate::verify::Status;

#[test]
fn an_untouched_page_is_consistent_and_holds_what_went_into_it() {
    for snapshot in [finished(), begun()] {
        let evidence = evidence_of(snapshot);
        let page = write(&LESSON, &evidence).unwrap();
        assert_eq!(read(page.as_bytes()), Ok(evidence));
        let examination = examined(&page).unwrap();
        assert_eq!((examination.page.as_ref(), examination.outcome()), (None, Conclusion::Consistent));
    }
}

#[test]
fn line_ends_that_mail_changed_are_no_edit() {
    let page = page_of(finished()).replace('\n', "\r\n");
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
}

#[test]
fn an_edited_word_is_found_with_its_line() {
    let page = page_of(begun());
    let line = page.lines().position(|line| line.contains("<span>不合格</span>")).unwrap();
    let forged = page.replacen("<span>不合格</span>", "<span>合格</span>", 1);
    let examination = examined(&forged).unwrap();
    assert_eq!(examination.outcome(), Conclusion::Differs);
    let expected = PageDifference {
        line: line + 1,
        found: "<span>合格</span>".to_owned(),
        expected: "<span>不合格</span>".to_owned(),
    };
    assert_eq!(examination.page, Some(expected));
}

#[test]
fn a_style_that_hides_what_failed_is_found() {
    let forged = page_of(begun()).replace("</style>", ".failed{display:none}</style>");
    assert_eq!(examined(&forged).unwrap().outcome(), Conclusion::Differs);
}

#[test]
fn what_stands_behind_the_data_is_found() {
    let forged = page_of(begun()).replace("</template>\n", "</template>\n<h1>All passed</h1>\n");
    assert_eq!(examined(&forged).unwrap().outcome(), Conclusion::Differs);
}

/// A template ends at `</template >`, too, and what follows would be shown.
#[test]
fn data_that_ends_its_element_is_refused() {
    for markup in ["</template ><h1>All passed</h1>", "</TEMPLATE>", "&lt;/template&gt;"] {
        let forged = page_of(begun()).replacen("\"us-east-1\"", &format!("\"{markup}\""), 1);
        let forged = if forged.contains(markup) { forged } else { panic!("nothing forged") };
        let outcome = examined(&forged);
        let refused = matches!(outcome, Err(EvidenceError::Markup));
        assert!(refused || outcome.is_ok_and(|found| found.outcome() == Conclusion::Differs), "{markup}");
    }
}

#[test]
fn every_forged_claim_is_named() {
    let mut evidence = evidence_of(begun());
    let step = evidence.steps.iter_mut().find(|step| step.id == "1-1").unwrap();
    assert_eq!((step.status, step.checks[0].status), (Status::Failed, Status::Failed));
    step.status = Status::Passed;
    step.checks[0].status = Status::Passed;
    let forged = write(&LESSON, &evidence).unwrap();
    let examination = examined(&forged).unwrap();
    assert_eq!(examination.outcome(), Conclusion::Differs);
    let difference = |check: Option<&str>| Difference {
        step: "1-1".into(),
        check: check.map(str::to_owned),
        claimed: Some(Status::Passed),
        evaluated: Some(Status::Failed),
    };
    assert_eq!(examination.differences.claims, [difference(None), difference(Some("group"))]);
}

#[test]
fn claims_that_are_missing_invented_or_made_twice_are_named() {
    let mut evidence = evidence_of(finished());
    evidence.steps.remove(0);
    let mut twice = evidence.steps[0].clone();
    evidence.steps.push(twice.clone());
    twice.id = "9-9".into();
    twice.checks.clear();
    evidence.steps.push(twice);
    let found = examined(&write(&LESSON, &evidence).unwrap()).unwrap().differences.claims;
    let of = |step: &str| found.iter().find(|difference| difference.step == step).unwrap();
    assert_eq!((of("preflight").claimed, of("preflight").evaluated), (None, Some(Status::Passed)));
    assert_eq!((of("1-1").claimed, of("1-1").evaluated), (Some(Status::Passed), None));
    assert_eq!((of("9-9").claimed, of("9-9").evaluated), (Some(Status::Passed), None));
}

/// A page that says it is of another version can't have its text compared; that must not look like being verified.
#[test_case(true, false; "of another program")]
#[test_case(false, true; "of another lesson version")]
fn another_version_excuses_the_text_and_nothing_else(tool: bool, lesson: bool) {
    let mut evidence = evidence_of(begun());
    evidence.tool = if tool { "0.0.1".into() } else { TOOL.into() };
    evidence.lesson_version = if lesson { "0.0.1".into() } else { LESSON.version.clone() };
    let page = write(&LESSON, &evidence).unwrap();
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent, "the text is the same all the same");
    let reworded = page.replacen("<span>不合格</span>", "<span>だめ</span>", 1);
    assert_eq!(examined(&reworded).unwrap().outcome(), Conclusion::PartlyCompared);
    evidence.steps[1].status = Status::Passed;
    let forged = write(&LESSON, &evidence).unwrap();
    assert_eq!(examined(&forged).unwrap().outcome(), Conclusion::Differs);
}

#[test]
fn values_of_the_learners_own_are_named() {
    let mut evidence = evidence_of(finished());
    evidence.values.insert("max".into(), "9".into());
    let page = write(&evidence.lesson_of(&Pack::Embedded).unwrap(), &evidence).unwrap();
    let examination = examined(&page).unwrap();
    let value = &examination.values[0];
    assert_eq!((value.name.as_str(), value.theirs.as_str(), value.ours.as_deref()), ("max", "9", Some("4")));
    // It was claimed that the group is right, by values with which it isn't.
    assert_eq!(examination.outcome(), Conclusion::Differs);
}

/// Whether a file was refused for the right reason.
type Expected = fn(&EvidenceError) -> bool;

#[test]
fn files_that_are_no_pages_are_told_apart() {
    let page = page_of(begun());
    let cut = &page[..page.find("</template>").unwrap() - 9];
    let before = &page[..page.find("<template").unwrap()];
    let format = page.replace("{\"format\":1,", "{\"format\":7,");
    let lesson = page.replace("\"lesson\":\"step4\"", "\"lesson\":\"step5\"");
    let value = page.replacen("\"values\":{}", "\"values\":{\"no-such\":\"1\"}", 1);
    let cases: [(&[u8], Expected); 9] = [
        (b"", |error| *error == EvidenceError::NoData),
        (before.as_bytes(), |error| *error == EvidenceError::NoData),
        (cut.as_bytes(), |error| *error == EvidenceError::Truncated),
        (&[0xff, 0xfe], |error| *error == EvidenceError::NotText),
        (format.as_bytes(), |error| *error == EvidenceError::Format(FORMAT + 6)),
        (lesson.as_bytes(), |error| *error == EvidenceError::OtherLesson("step5".into())),
        (value.as_bytes(), |error| matches!(error, EvidenceError::Values(_))),
        (b"<template id=\"evidence\">[1</template>", |error| matches!(error, EvidenceError::Data(_))),
        (b"<template id=\"evidence\"></template><template id=\"evidence\">", |error| *error == EvidenceError::Several),
    ];
    for (bytes, is_right) in cases {
        let error = verify(&Pack::Embedded, &LESSON, bytes).unwrap_err();
        assert!(is_right(&error), "{error:?}");
    }
}

#[test]
fn a_field_that_is_not_known_is_an_error_and_not_ignored() {
    let page = page_of(begun()).replace("{\"format\":1,", "{\"format\":1,\"extra\":1,");
    assert!(matches!(examined(&page), Err(EvidenceError::Data(_))));
}
