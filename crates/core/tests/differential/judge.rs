//! The tutor's verdict on user data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::account::{Area, Snapshot};
use ec_site_tutor_core::demo::SimulatedAccount;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::lesson::{Lesson, Pack, load};
use ec_site_tutor_core::verify::Status;
use jiff::Timestamp;

use super::script::ACCOUNT;

static LESSON: LazyLock<Lesson> =
    LazyLock::new(|| load(&Pack::Embedded, &BTreeMap::new()).expect("the embedded lesson is sound"));

/// A sound account in which nothing proves a script.
static ACCOUNT_BEFORE: LazyLock<Snapshot> = LazyLock::new(|| {
    let now = Timestamp::UNIX_EPOCH;
    let mut snapshot = SimulatedAccount::finished(&LESSON, now).snapshot(now);
    if let Area::Seen(identity) = &mut snapshot.identity {
        ACCOUNT.clone_into(&mut identity.account);
    }
    if let Area::Seen(groups) = &mut snapshot.auto_scaling_groups {
        groups.clear();
    }
    snapshot
});

/// The verdict, and what it says.
pub fn judge(script: &[u8]) -> (Status, String) {
    let mut snapshot = ACCOUNT_BEFORE.clone();
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        template.user_data = Some(STANDARD.encode(script));
    }
    let step = LESSON.step("3-1").expect("the template's step");
    let check = step.checks.iter().find(|check| check.id == "user-data").expect("the check of user data");
    let verdict = check.judge(&snapshot, snapshot.taken_at);
    (verdict.status, Localizer::new(Language::En).say(&verdict.actual))
}
