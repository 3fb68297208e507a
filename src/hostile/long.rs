//! Texts and accounts of any length: what they cost, and what is shown of them.

use std::time::Duration;

use jiff::tz::TimeZone;
use test_case::test_case;

use super::accounts::{LESSON, speaker};
use crate::account::{Area, Snapshot};
use crate::i18n::Language;
use crate::lesson::prose::parse;
use crate::map::{Wiring, draw, svg};
use crate::report::{Locked, Report, explained, locked_by_account, plain};
use crate::terminal::content::Sheet;
use crate::tui::view::lay_out_prose;
use crate::{cleanup, cost};
use ec_site_tutor_testing::accounts::finished;
use ec_site_tutor_testing::hostile::assert_text;
use ec_site_tutor_testing::processor::cpu_time_of;

/// Far more than AWS lets anybody write.
const HUGE: usize = 10_000_000;

fn finished_account() -> Snapshot {
    serde_json::from_value(finished()).unwrap()
}

/// Everything that is shown of an account.
fn shown(snapshot: &Snapshot) -> Vec<String> {
    let (localizer, zone, now) = (speaker(Language::En), TimeZone::UTC, snapshot.taken_at);
    let report = Report::assess(&LESSON, snapshot, now);
    let steps: Vec<String> = report.steps.iter().map(|step| step.id.clone()).collect();
    let wiring = Wiring::of(&LESSON, snapshot, &report).unwrap();
    let drawn = draw(&wiring, localizer, &zone, 80).into_iter().flatten().map(|(text, _)| text);
    vec![
        plain(&report, &locked_by_account(&report), Locked::InFull, localizer, &zone),
        explained(&report, &steps, localizer),
        drawn.collect(),
        svg(&wiring, localizer, &zone),
        cost::plain(&cost::estimate(&LESSON, snapshot, now), localizer),
        cleanup::plain(&cleanup::plan(&LESSON, snapshot, None, now), localizer),
    ]
}

fn seen<T>(area: &mut Area<Vec<T>>) -> &mut Vec<T> {
    match area {
        Area::Seen(items) => items,
        _ => panic!("not seen"),
    }
}

#[test_case(|account, huge| seen(&mut account.load_balancers)[0].name = huge; "a load balancer's name")]
#[test_case(|account, huge| seen(&mut account.vpcs)[0].name = Some(huge); "a VPC's tag")]
#[test_case(|account, huge| seen(&mut account.security_groups)[1].description = huge; "a description")]
#[test_case(|account, huge| seen(&mut account.security_groups)[1].group_name = huge; "a group's name")]
#[test_case(|account, huge| seen(&mut account.activities)[0].description = Some(huge); "an activity")]
#[test_case(|account, huge| seen(&mut account.auto_scaling_groups)[0].name = huge; "an auto scaling group's name")]
#[test_case(|account, huge| seen(&mut account.images)[0].image_name = huge; "an image's name")]
#[test_case(|account, huge| template(account).user_data = Some(huge); "user data")]
#[test_case(|account, huge| template(account).name = huge; "a launch template's name")]
#[test_case(|account, huge| template(account).instance_tags = vec![("Name".into(), huge)]; "a tag of a template")]
fn a_name_without_end_is_clipped_and_four_times_of_it_cost_no_more_than_about_four_times_as_much(
    put: fn(&mut Snapshot, String),
) {
    let [quarter, whole] = [HUGE / 4, HUGE].map(|bytes| {
        let mut account = finished_account();
        put(&mut account, "店-a ".repeat(bytes / 6));
        let mut said = Vec::new();
        let cost = cpu_time_of(|| said = shown(&account));
        for text in said {
            assert_text("a huge name", &text);
            assert!(text.len() < 200_000, "{} bytes are shown", text.len());
        }
        cost
    });
    assert!(whole < quarter * 9, "{quarter:?} and {whole:?}");
}

fn template(account: &mut Snapshot) -> &mut crate::account::resources::LaunchTemplate {
    match &mut account.launch_template {
        Area::Seen(Some(template)) => template,
        other => panic!("{other:?}"),
    }
}

/// How long it takes to judge and show `account`.
fn cost_of(account: &Snapshot) -> Duration {
    cpu_time_of(|| drop(shown(account)))
}

#[test_case(|account, count| many(&mut seen(&mut account.security_groups)[1].ingress, count); "rules of a group")]
#[test_case(|account, count| many(seen(&mut account.security_groups), count); "security groups")]
#[test_case(|account, count| many(seen(&mut account.instances), count); "instances")]
#[test_case(|account, count| many(seen(&mut account.subnets), count); "subnets")]
#[test_case(|account, count| many(seen(&mut account.route_tables), count); "route tables")]
#[test_case(|account, count| many(seen(&mut account.images), count); "images")]
#[test_case(|account, count| many(seen(&mut account.load_balancers), count); "load balancers")]
#[test_case(|account, count| many(seen(&mut account.target_groups), count); "target groups")]
#[test_case(|account, count| many(seen(&mut account.activities), count); "activities")]
#[test_case(|account, count| many(&mut template(account).instance_tags, count); "tags of a template")]
fn four_times_as_much_in_an_account_costs_no_more_than_about_four_times_as_much(grow: fn(&mut Snapshot, usize)) {
    let [few, many] = [500, 2_000].map(|count| {
        let mut account = finished_account();
        grow(&mut account, count);
        (0..2).map(|_| cost_of(&account)).min().unwrap()
    });
    assert!(many < few * 9, "{few:?} and {many:?}");
}

/// Copies of the last of `items` up to `count` of them.
fn many<T: Clone>(items: &mut Vec<T>, count: usize) {
    let last = items.last().unwrap().clone();
    items.resize(count, last);
}

#[test_case("One **two** `three` four. "; "a paragraph")]
#[test_case("短い文です。**強調**と`コード`があります。"; "a paragraph of Japanese")]
#[test_case("店"; "a word of Japanese")]
#[test_case("a"; "a word without end")]
#[test_case("- one\n- two\n\n"; "lists")]
#[test_case("| a | b |\n|---|---|\n| c | d |\n\n"; "tables")]
#[test_case("```\nls -l\n```\n\n"; "code")]
#[test_case("## a\n\n"; "headings")]
#[test_case("`a "; "marks that are never closed")]
#[test_case("**a"; "emphasis that is never closed")]
fn four_times_the_markdown_costs_no_more_than_about_four_times_as_much(unit: &str) {
    let cost = |bytes: usize| {
        let text = unit.repeat(bytes / unit.len());
        let lay_out = || {
            let blocks = parse(&text).unwrap();
            for cells in [1, 7, 40, 80] {
                let mut sheet = Sheet::new(cells);
                lay_out_prose(&mut sheet, &blocks);
                drop(sheet.finish());
            }
        };
        (0..2).map(|_| cpu_time_of(lay_out)).min().unwrap()
    };
    let (short, long) = (cost(6_000), cost(24_000));
    assert!(long < short * 9, "{short:?} and {long:?}");
}
