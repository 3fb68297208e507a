//! What stands in a page, in both languages, and that nothing from outside becomes a part of it.

use std::collections::BTreeSet;

use super::{LESSON, begun, evidence_of, examined, finished, material, page_of};
use crate::account::Area;
use crate::account::resources::Activity;
use crate::drill::DrillRun;
use crate::evidence::{Conclusion, gather, write};
use crate::i18n::Language;
use crate::progress::LoadRun;

/// Names of the elements of a page, with those of their attributes.
fn elements(page: &str) -> BTreeSet<String> {
    let page = page.replacen("<!doctype html>\n", "", 1);
    let tokens = xmlparser::Tokenizer::from_fragment(&page, 0..page.len());
    let mut names = BTreeSet::new();
    for token in tokens {
        match token.expect("well-formed") {
            xmlparser::Token::ElementStart { local, .. } => drop(names.insert(local.to_string())),
            xmlparser::Token::Attribute { local, .. } => drop(names.insert(format!("@{local}"))),
            xmlparser::Token::Comment { text, .. } => drop(names.insert(format!("comment {text}"))),
            _ => {}
        }
    }
    names
}

const HOSTILE: &str =
    "</script></template></style><!--<script>alert(1)</script>\"' onload=x &lt; \u{202e}\u{1b}[31m]]> <svg/onload=x>";

#[test]
fn guesses_drills_and_ticks_stand_in_the_page_as_the_first_time_went() {
    let mut told = material(finished());
    let record = &mut told.record;
    record.choose("1-2", "direct", "shop", super::now());
    record.choose("1-2", "direct", "nothing", super::now());
    record.recall("1-2", "direct", "nothing", super::now());
    record.tick("why", "automatic", 2, super::now());
    let run = DrillRun { at: super::now(), seed: 4821, solved: true, seconds: 90, looks: 3, tries: 4 };
    record.note_drill("nat-deleted", run);
    let page = write(&LESSON, &gather(told).unwrap()).unwrap();
    for line in [
        "1 of 1 choice is right.",
        "Right the first time: 0 of 1.",
        "Asked again on a later day: 1 of 1 right.",
        "the learner ticked after reading the model answer: 1 of 3.",
        "nat-deleted (--seed 4821): found and mended, 90 seconds, 3 looks, 4 answers",
    ] {
        assert!(page.contains(line), "{line}");
    }
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
}

#[test]
fn strings_of_the_account_and_of_the_learner_stay_strings() {
    let mut snapshot = finished();
    for vpc in super::seen_mut(&mut snapshot.vpcs) {
        vpc.name = vpc.name.as_ref().map(|_| HOSTILE.to_owned());
    }
    for group in super::seen_mut(&mut snapshot.security_groups) {
        group.description = HOSTILE.to_owned();
    }
    for instance in super::seen_mut(&mut snapshot.instances) {
        instance.state = HOSTILE.into();
    }
    for balancer in super::seen_mut(&mut snapshot.load_balancers) {
        balancer.state = HOSTILE.into();
        balancer.dns_name = Some(HOSTILE.to_owned());
    }
    let activity = Activity {
        id: HOSTILE.into(),
        description: Some(HOSTILE.into()),
        cause: HOSTILE.into(),
        status: HOSTILE.into(),
        status_message: Some(HOSTILE.into()),
        started_at: None,
        ended_at: None,
    };
    snapshot.activities = Area::Seen(vec![activity]);
    snapshot.region = Some(HOSTILE.into());
    let mut hostile = material(snapshot);
    hostile.record.answer("why", "private-subnets", HOSTILE, super::now());
    let page = write(&LESSON, &gather(hostile).unwrap()).unwrap();
    assert_eq!(elements(&page), elements(&page_of(finished())), "no element and no attribute more");
    assert!(!page.contains(['\u{202e}', '\u{1b}']) && page.contains("alert(1)"));
    assert_eq!(examined(&page).unwrap().outcome(), Conclusion::Consistent);
}

#[test]
fn nothing_is_loaded_and_nothing_is_run() {
    let page = page_of(finished());
    let names = elements(&page);
    for element in ["script", "link", "img", "iframe", "object", "form", "a", "@src", "@href", "@style"] {
        assert!(!names.contains(element), "{element}");
    }
    assert!(!names.iter().any(|name| name.starts_with("@on")), "{names:?}");
    assert!(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"));
    let addresses = page.matches("://").count() - page.matches("http://www.w3.org/2000/svg").count();
    let in_data = page[page.find("<template").unwrap()..].matches("://").count();
    assert!(addresses >= in_data && !page.contains("url(") && !page.contains("@import"));
}

#[test]
fn both_languages_are_there_and_the_learners_own_comes_first() {
    for (language, first, second) in [(Language::Ja, "ja", "en"), (Language::En, "en", "ja")] {
        let page =
            write(&LESSON, &gather(crate::evidence::Material { language, ..material(begun()) }).unwrap()).unwrap();
        assert!(page.starts_with(&format!("<!doctype html>\n<html lang=\"{first}\">")));
        let article = |tag: &str| page.find(&format!("<article lang=\"{tag}\"")).unwrap();
        assert!(article(first) < article(second));
        assert!(page.contains(&format!("id=\"show-{first}\" checked=")));
        let english = &page[article("en")..];
        let english = &english[..english.find("</article>").unwrap()];
        let is_japanese = |letter: char| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
        let own_words = english.replace("夜は1台、特売の日は4台。", "");
        assert!(!own_words.contains(is_japanese), "a mix of languages");
    }
}

#[test]
fn ids_are_there_once() {
    let page = page_of(finished());
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for of in page.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(of.split(' ').all(|id| ids.contains(&id)), "{of}");
    }
}

#[test]
fn everything_that_is_asked_for_stands_in_the_page() {
    let mut all = material(finished());
    all.language = Language::En;
    all.record.passed.insert("1-1".into(), super::now());
    all.record.load = Some(LoadRun { at: super::now(), answered: 4000, per_target: 500, host: None });
    let page = write(&LESSON, &gather(all).unwrap()).unwrap();
    let english = &page[page.find("<article lang=\"en\"").unwrap()..page.find("<article lang=\"ja\"").unwrap()];
    for text in [
        "418602573914",
        "arn:aws:iam::418602573914:user/learner",
        "us-east-1",
        "2026-05-20 21:00 (UTC+09:00)",
        "step4 0.1.0",
        "An order ends up in the database",
        "The learner confirmed it at 2026-05-20 21:00",
        "First seen done at 2026-05-20 21:00",
        "夜は1台、特売の日は4台。",
        "Not answered yet.",
        "4000 answers, 500 a target",
        "<svg",
        "RequestCountPolicy",
        "can&#39;t be told from real data in a file",
    ] {
        assert!(english.contains(text), "{text}");
    }
    let items = english.split("<table class=\"items\">").nth(1).unwrap().split("</table>").next().unwrap();
    assert_eq!(items.matches("<tr>").count(), 9, "a line of titles and eight items");
    assert_eq!(english.matches("<section class=\"step\">").count(), LESSON.steps.len());
}

#[test]
fn a_status_is_never_told_by_colour_alone() {
    let page = page_of(begun());
    let statuses: Vec<&str> = page.split("<span class=\"status ").skip(1).collect();
    assert!(statuses.len() > 100);
    for status in statuses {
        let shown = status.split("</span>\n</span>").next().unwrap();
        assert!(shown.contains("class=\"sign\"") && shown.matches("<span").count() == 2, "{shown}");
    }
}

#[test]
fn a_page_is_small() {
    assert!(page_of(finished()).len() < 200_000);
    assert!(evidence_of(finished()).left_out < 20);
}
