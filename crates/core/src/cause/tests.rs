use std::collections::BTreeSet;

use super::*;

/// What scripts outside of this repository rest on: these ids stay, whatever becomes of the code.
const PROMISED: &[&str] = &[
    "name-near-miss",
    "name-tag-not-name",
    "wrong-vpc",
    "wrong-region",
    "deleted-recently",
    "several-candidates",
    "access-denied",
    "credentials-expired",
    "credentials-missing",
    "throttled",
    "unreachable",
    "unreadable-answer",
    "alb-internal",
    "alb-not-active",
    "alb-subnet-not-public",
    "alb-az-missing",
    "alb-sg-blocks-in",
    "alb-sg-blocks-out",
    "listener-missing",
    "listener-elsewhere",
    "tg-not-attached",
    "tg-wrong-port",
    "tg-wrong-protocol",
    "tg-wrong-vpc",
    "target-by-hand",
    "launch-failed",
    "no-instances",
    "health-check-path",
    "health-check-code",
    "web-sg-blocks-alb",
    "route-missing",
    "route-blackhole",
    "profile-missing",
    "profile-without-role",
    "user-data-missing",
    "user-data-placeholder",
    "user-data-encoding",
    "user-data-line-ends",
    "user-data-no-shebang",
    "app-archive-denied",
    "app-no-credentials",
    "app-tool-missing",
    "app-no-space",
    "app-build-failed",
    "app-not-started",
    "policy-other-target",
    "policy-wrong-metric",
    "alarms-missing",
    "load-too-small",
    "at-max-capacity",
    "changed-by-hand",
    "image-failed",
    "stopped-group-member",
    "replacement-loop",
    "lifecycle-hook",
    "alarm-actions-off",
    "scheduled-action",
    "launch-account",
    "launch-propagating",
    "launch-kms",
    "launch-addresses",
    "launch-spot",
    "launch-disk",
    "block-public-access",
    "still-working",
    "overdue",
];

fn known(id: &str) -> Option<CauseId> {
    serde_json::from_value(id.into()).ok()
}

#[test]
fn every_id_that_was_promised_is_named() {
    for id in PROMISED {
        assert_eq!(known(id).map(CauseId::as_str), Some(*id));
    }
}

#[test]
fn every_cause_has_an_id_of_its_own_in_kebab_case_and_is_written_as_that() {
    let ids: BTreeSet<&str> = CauseId::ALL.iter().map(|cause| cause.as_str()).collect();
    assert_eq!(ids.len(), CauseId::ALL.len());
    let is_kebab =
        |id: &&str| id.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()));
    assert_eq!(ids.iter().find(|id| !is_kebab(id)), None);
    for cause in CauseId::ALL {
        assert_eq!(serde_json::to_value(cause).unwrap(), cause.as_str());
        assert_eq!((known(cause.as_str()), cause.to_string().as_str()), (Some(*cause), cause.as_str()));
    }
    assert_eq!(known("no-such-cause"), None);
}
