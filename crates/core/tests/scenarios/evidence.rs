//! Pages of the accounts of all scenarios: what is left out and taken out of an account changes no verdict, and every
//! page is borne out by its own data.

use std::collections::BTreeMap;

use ec_site_tutor_core::account::Snapshot;
use ec_site_tutor_core::evidence::{Conclusion, Material, Numbers, gather, verify, write};
use ec_site_tutor_core::i18n::Language;
use ec_site_tutor_core::lesson::Pack;
use ec_site_tutor_core::progress::Progress;
use ec_site_tutor_core::verify::Status;

use super::LESSON;
use super::catalogue;
use super::properties::{accounts, snapshot, statuses};

/// What is claimed of each check when the page is made with account numbers written like this.
fn claimed(material: Material<'_>) -> BTreeMap<String, Status> {
    let evidence = gather(material).unwrap();
    let page = write(&LESSON, &evidence).unwrap();
    let examination = verify(&Pack::Embedded, &LESSON, page.as_bytes()).unwrap();
    assert_eq!(examination.outcome(), Conclusion::Consistent, "{:?}", examination.page);
    let checks = evidence.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), check.status)).collect()
}

/// A page of an account as it was read, with account numbers written like this.
fn material(whole: &Snapshot, numbers: Numbers) -> Material<'static> {
    Material {
        lesson: &LESSON,
        snapshot: whole.clone(),
        record: Progress::new("", &LESSON.id),
        values: BTreeMap::new(),
        language: Language::En,
        utc_offset: 0,
        now: whole.taken_at,
        simulated: false,
        numbers,
    }
}

#[test]
fn what_leaves_the_machine_is_judged_as_the_account_itself() {
    for (label, account) in accounts() {
        let whole = snapshot(account);
        for numbers in [Numbers::Whole, Numbers::Shortened] {
            assert_eq!(claimed(material(&whole, numbers)), statuses(account), "{label}, {numbers:?}");
        }
    }
}

/// What was asked for after the first look stays with the page, but for what instances printed.
#[test]
fn rules_and_network_acls_leave_the_machine_with_what_rests_on_them() {
    for (label, account) in catalogue::accounts_looked_closer_at() {
        let whole = snapshot(&account);
        let kept = gather(material(&whole, Numbers::Whole)).unwrap().snapshot;
        assert_eq!(
            (kept.listener_rules, kept.network_acls),
            (whole.listener_rules.clone(), whole.network_acls.clone())
        );
        assert_eq!(claimed(material(&whole, Numbers::Shortened)), statuses(&account), "{label}");
    }
}
