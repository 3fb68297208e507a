//! Pages of the accounts of all scenarios: what is left out and taken out of an account changes no verdict, and every
//! page is borne out by its own data.

use std::collections::BTreeMap;

use ec_site_tutor::evidence::{Material, Numbers, Outcome, gather, verify, write};
use ec_site_tutor::i18n::Language;
use ec_site_tutor::lesson::Pack;
use ec_site_tutor::progress::Progress;
use ec_site_tutor::verify::Status;

use super::LESSON;
use super::properties::{accounts, snapshot, statuses};

/// What is claimed of each check when the page is made with account numbers written like this.
fn claimed(material: Material<'_>) -> BTreeMap<String, Status> {
    let evidence = gather(material).unwrap();
    let page = write(&LESSON, &evidence).unwrap();
    let examination = verify(&Pack::Embedded, &LESSON, page.as_bytes()).unwrap();
    assert_eq!(examination.outcome(), Outcome::Consistent, "{:?}", examination.page);
    let checks = evidence.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), check.status)).collect()
}

#[test]
fn what_leaves_the_machine_is_judged_as_the_account_itself() {
    for (label, account) in accounts() {
        let whole = snapshot(account);
        let now = whole.taken_at;
        for numbers in [Numbers::Whole, Numbers::Shortened] {
            let material = Material {
                lesson: &LESSON,
                snapshot: whole.clone(),
                record: Progress::new("", &LESSON.id),
                values: BTreeMap::new(),
                language: Language::En,
                utc_offset: 0,
                now,
                simulated: false,
                numbers,
            };
            assert_eq!(claimed(material), statuses(account), "{label}, {numbers:?}");
        }
    }
}
