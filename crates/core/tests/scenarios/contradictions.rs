//! No check tells to mend what another check of the same report has found right.

use std::collections::BTreeMap;

use ec_site_tutor_core::diagnose::{Means, Repair};
use ec_site_tutor_core::i18n::{Language, Localizer, Text};
use ec_site_tutor_core::report::Report;
use ec_site_tutor_core::verify::Status;

use super::conditions::{JUDGED, Judged};

/// Commands, by a part of them, with the checks of what they change: at least one of these must not have passed.
const COMMANDS: &[(&str, &[&str])] = &[
    ("create-launch-template-version \u{0}ImageId", &["3-1/image"]),
    ("create-launch-template-version \u{0}InstanceType", &["3-1/instance-type"]),
    ("create-launch-template-version \u{0}SecurityGroupIds", &["3-1/security-groups"]),
    ("create-launch-template-version \u{0}IamInstanceProfile", &["3-1/profile"]),
    ("create-launch-template-version \u{0}TagSpecifications", &["3-1/tag"]),
    ("create-launch-template-version \u{0}UserData", &["3-1/user-data"]),
    ("create-launch-template-version \u{0}MetadataOptions", &["3-1/user-data"]),
    ("snippet user-data.sh", &["3-1/user-data"]),
    ("update-auto-scaling-group \u{0}--launch-template", &["4-1/template-version"]),
    ("update-auto-scaling-group \u{0}--vpc-zone-identifier", &["4-1/subnets"]),
    ("update-auto-scaling-group \u{0}--min-size", &["4-1/size", "4-3/in-service"]),
    ("set-desired-capacity", &["4-3/in-service", "4-7/scale-out", "4-7/scale-in"]),
    ("attach-load-balancer-target-groups", &["4-1/attached", "4-1/target-group"]),
    ("set-security-groups", &["4-2/security-groups"]),
    ("set-subnets", &["4-1/zones"]),
    ("modify-listener", &["4-1/listener"]),
    ("create-listener", &["4-1/listener", "4-1/scheme", "4-1/target-group"]),
    ("delete-load-balancer", &["4-1/scheme", "4-1/load-balancer"]),
    ("create-target-group", &["4-1/target-group"]),
    ("delete-target-group", &["4-1/target-group"]),
    ("modify-target-group", &["4-3/healthy"]),
    ("deregister-targets", &["4-3/members"]),
    ("replace-route", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("create-route ", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("associate-route-table", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("attach-internet-gateway", &["preflight/internet-gateway"]),
    ("create-internet-gateway", &["preflight/internet-gateway"]),
    ("authorize-security-group-ingress", &["1-1/ingress", "1-2/ingress"]),
    ("authorize-security-group-egress", &["1-1/egress", "4-3/healthy", "4-5/site"]),
    (
        "put-scaling-policy",
        &["4-4/policy", "4-4/metric", "4-4/label", "4-4/target", "4-4/scale-in", "4-6/alarm-high", "4-6/alarm-low"],
    ),
    ("delete-policy", &["4-6/alarm-high", "4-6/alarm-low"]),
    ("deregister-image", &["2-3/source", "2-4/state"]),
    ("create-image", &["2-3/image", "2-3/source", "2-4/state"]),
    ("create-instance-profile", &["preflight/instance-profile"]),
    ("add-role-to-instance-profile", &["preflight/instance-profile"]),
    ("stop-instances", &["5-1/stopped"]),
    ("load.sh", &["4-5/load", "4-7/scale-out"]),
];

/// Messages, by their id, with the checks of what they call wrong: at least one of these must not have passed.
const WORDS: &[(&str, &[&str])] = &[
    ("mend-app-no-credentials", &["3-1/profile", "preflight/instance-profile"]),
    ("mend-app-archive-denied", &["3-1/user-data"]),
    ("mend-app-archive-missing", &["3-1/user-data"]),
    ("mend-app-archive-broken", &["3-1/user-data"]),
    ("mend-app-secret-missing", &["3-1/user-data"]),
    ("mend-app-script", &["3-1/user-data"]),
    ("mend-app-tool-missing", &["3-1/user-data", "2-3/source", "3-1/image"]),
    ("mend-app-node-version", &["3-1/user-data", "2-3/source", "3-1/image"]),
    ("mend-app-no-network", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("mend-app-no-memory", &["3-1/instance-type"]),
    ("user-data-metadata-fix", &["3-1/user-data"]),
    ("healthy-none-fix", &["4-1/attached"]),
    ("alb-groups-fix", &["4-2/security-groups"]),
    ("alb-scheme-fix", &["4-1/scheme"]),
    ("alb-zones-fix", &["4-1/zones"]),
    ("listener-fix", &["4-1/listener"]),
    ("attached-fix", &["4-1/attached"]),
    ("target-group-fix", &["4-1/target-group"]),
    ("asg-size-fix", &["4-1/size"]),
    ("asg-subnets-fix", &["4-1/subnets"]),
    ("asg-template-fix", &["4-1/template-version"]),
    ("policy-label-fix", &["4-4/label"]),
    ("policy-metric-fix", &["4-4/metric"]),
    ("policy-target-fix", &["4-4/target"]),
    ("alarm-fix", &["4-6/alarm-high", "4-6/alarm-low"]),
    ("route-blackhole-fix", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("route-missing-fix", &["preflight/private-route-a", "preflight/private-route-c"]),
    ("mend-spare-gone", &["preflight/base-instance", "5-1/stopped"]),
];

fn statuses(report: &Report) -> BTreeMap<String, Status> {
    let checks = report.steps.iter().flat_map(|step| step.checks.iter().map(move |check| (step, check)));
    checks.map(|(step, check)| (format!("{}/{}", step.id, check.id), check.verdict.status)).collect()
}

/// What a repair calls wrong; nothing where it calls nothing so.
fn called_wrong(repair: &Repair, localizer: &Localizer) -> Vec<&'static [&'static str]> {
    let said = localizer.say(&repair.text);
    let names = |part: &str| part.split('\u{0}').all(|word| said.contains(word));
    let commands = COMMANDS.iter().filter(|(part, _)| repair.means == Means::Cli && names(part));
    let words = WORDS.iter().filter(|(name, _)| matches!(&repair.text, Text::Message { id, .. } if id.name == *name));
    commands.chain(words).map(|(_, checks)| *checks).collect()
}

fn contradictions(label: &str, report: &Report, localizer: &Localizer) -> Vec<String> {
    let statuses = statuses(report);
    let mut faults = Vec::new();
    for step in &report.steps {
        for check in &step.checks {
            for repair in &check.repair {
                for named in called_wrong(repair, localizer) {
                    if named.iter().all(|named| statuses[*named] == Status::Passed) {
                        let said = localizer.say(&repair.text);
                        faults.push(format!("{label}: {}/{}: {said} although {named:?} passed", step.id, check.id));
                    }
                }
            }
        }
    }
    faults
}

#[test]
fn no_repair_contradicts_what_has_passed() {
    let localizer = Localizer::new(Language::En);
    let told = |judged: &Judged| contradictions(&judged.label, &judged.report, &localizer);
    let faults: Vec<String> = JUDGED.iter().flat_map(told).collect();
    assert!(faults.is_empty(), "{} contradictions\n{}", faults.len(), faults.join("\n"));
}

/// Whoever is told to read a log finds it there: the instance that has it isn't ended by the next line.
#[test]
fn no_repair_destroys_the_log_that_is_to_be_read() {
    let localizer = Localizer::new(Language::En);
    let reads = [
        "mend-app-not-started",
        "mend-app-build-failed",
        "mend-boot-script-failed",
        "healthy-code-fix",
        "mend-target-timeout",
        "mend-given-up",
        "mend-app-error",
    ];
    let mut read = 0;
    for Judged { label, report, .. } in JUDGED.iter() {
        for check in report.steps.iter().flat_map(|step| &step.checks) {
            let is_told =
                |repair: &Repair| matches!(&repair.text, Text::Message { id, .. } if reads.contains(&id.name));
            if check.repair.iter().any(is_told) {
                read += 1;
                let ends =
                    |repair: &&Repair| localizer.say(&repair.text).contains("terminate-instance-in-auto-scaling-group");
                assert_eq!(check.repair.iter().find(ends), None, "{label}: {}", check.id);
            }
        }
    }
    assert!(read > 10, "{read}");
}
