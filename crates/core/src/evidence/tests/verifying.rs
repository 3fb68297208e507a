//! What is found out of a page, and what of a file that isn't one.

use jiff::{SignedDuration, Timestamp};
use test_case::test_case;

use super::{LESSON, begun, evidence_of, examined, finished, now, page_of, seen_mut};
use crate::account::Area;
use crate::evidence::model::claims;
use crate::evidence::{
    Conclusion, Difference, Doubt, Evidence, EvidenceError, FORMAT, PageDifference, StepClaim, TOOL, doubts, read,
    verify, write,
};
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
fn what_mail_programs_add_and_change_is_no_edit() {
    let page = page_of(finished());
    let mailed = [page.replace('\n', "\r\n"), format!("{page}\n\r\n"), format!("\u{feff}{page}")];
    for page in mailed {
        assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
    }
    assert_eq!(examined(&format!("{page}\nx")).unwrap().outcome(), Conclusion::Differs);
}

#[test]
fn an_edited_word_is_found_with_its_line() {
    let page = page_of(begun());
    let line = page.lines().position(|line| line.contains("<span>不合格</span>")).unwrap();
    let forged = page.replacen("<span>不合格</span>", "<span>合格</span>", 1);
    let examination = examined(&forged).unwrap();
    assert_eq!(examination.outcome(), Conclusion::Differs);
    let expected = PageDifference { line: line + 1, found: "<span>合格</span>".to_owned() };
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
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::PartlyCompared, "also where the text is the same");
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

/// The doubts of the page of this evidence, by id.
fn doubts_of(evidence: &Evidence) -> Vec<&'static str> {
    let theirs = evidence.lesson_of(&Pack::Embedded).unwrap();
    let examination = examined(&write(&theirs, evidence).unwrap()).unwrap();
    doubts(&examination, &LESSON, now()).iter().map(Doubt::id).collect()
}

#[test]
fn a_page_of_a_real_account_leaves_no_doubt_but_what_is_not_confirmed() {
    assert_eq!(doubts_of(&evidence_of(finished())), ["unconfirmed"]);
    let mut told = evidence_of(finished());
    for step in &LESSON.steps {
        for check in &step.checks {
            told.record.attest(&step.id, &check.id, true, now());
        }
    }
    assert_eq!(doubts_of(&told), Vec::<&str>::new());
}

#[test_case(|page| page.simulated = false, "evidence-simulated"; "that it is no demo")]
#[test_case(|page| {
    page.simulated = false;
    page.record.account = "418602573914".into();
    if let Area::Seen(identity) = &mut page.snapshot.identity { identity.account = "418602573914".into(); }
}, "evidence-simulated"; "that it is another account")]
fn the_demo_is_known_whatever_a_page_says(change: fn(&mut Evidence), expected: &str) {
    let mut evidence = evidence_of(begun());
    change(&mut evidence);
    assert!(evidence.is_of_demo() && doubts_of(&evidence).contains(&expected));
}

/// Each of them is seen by itself, however well everything else in the page fits.
#[test_case(|page| page.tool = "0.0.1".into(), "partly-compared"; "another version of the program")]
#[test_case(|page| page.lesson_version = "9".into(), "partly-compared"; "another version of the lesson")]
#[test_case(|page| page.checks = Some("0011223344556677".into()), "other-pack"; "another pack")]
#[test_case(|page| page.checks = None, "other-pack"; "no pack")]
#[test_case(|page| drop(page.values.insert("max".into(), "9".into())), "own-values"; "changed values")]
#[test_case(|page| page.endpoint = Some("http://localhost:5000".into()), "other-endpoint"; "an account that is none")]
#[test_case(|page| page.written_at = later(60), "in-the-future"; "written in the future")]
#[test_case(|page| page.snapshot.taken_at = later(60), "in-the-future"; "read in the future")]
#[test_case(|page| seen_mut(&mut page.snapshot.instances)[0].launched_at = Some(later(60)), "in-the-future"; "started in the future")]
#[test_case(|page| page.record.attest("2-2", "pm2", true, later(60)), "in-the-future"; "confirmed in the future")]
#[test_case(|page| page.record.account = "222233334444".into(), "other-accounts"; "the record of somebody else")]
#[test_case(|page| seen_mut(&mut page.snapshot.images)[0].owner = Some("222233334444".into()), "other-accounts"; "the image of somebody else")]
#[test_case(|page| seen_mut(&mut page.snapshot.load_balancers)[0].arn = "arn:aws:elasticloadbalancing:us-east-1:222233334444:loadbalancer/app/x/1".into(), "other-accounts"; "the load balancer of somebody else")]
#[test_case(|page| page.shortened = true, "account-shortened"; "a shortened number")]
fn what_keeps_a_page_from_counting_is_told(change: fn(&mut Evidence), expected: &str) {
    let mut evidence = evidence_of(finished());
    change(&mut evidence);
    evidence.steps = claims_of(&evidence);
    assert!(doubts_of(&evidence).contains(&expected), "{:?}", doubts_of(&evidence));
}

fn claims_of(evidence: &Evidence) -> Vec<StepClaim> {
    claims(&evidence.evaluate(&evidence.lesson_of(&Pack::Embedded).unwrap()))
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
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
