//! What mends a failure that a boot log shows. What the checks have found right is not told to be mended: then it was
//! mended after the instance had been launched, or the reason lies elsewhere.

use crate::account::resources::Instance;
use crate::diagnose::boot_log::Kind;
use crate::diagnose::case::{Case, Judged, TrafficPath};
use crate::diagnose::link::Break;
use crate::diagnose::remediation::mend;
use crate::diagnose::repair::Repair;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Status};

/// The break with what mends a failure of this `kind` on `instance`.
pub fn mended(found: Break, kind: Kind, instance: &Instance, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Break {
    if kind == Kind::NoMemory
        && let Some((runs, wanted)) = other_type(instance, case)
    {
        return match overrides(case, traffic) {
            Some(judged) => found
                .shown_by(msg!(evidence_runs_type, instance = &instance.id, found = runs, wanted = wanted))
                .mended_as(mend(&judged, case)),
            None => found
                .shown_by(msg!(evidence_other_type, instance = &instance.id, found = runs, wanted = wanted))
                .mended_by(msg!(besides_other_type, wanted = wanted)),
        };
    }
    found.mended_by(besides(kind, case).unwrap_or_else(|| kind.repair()))
}

/// The type that an instance runs as and that of its template, where that is the lesson's and the instance's another one.
fn other_type<'a>(instance: &'a Instance, case: &Case<'a>) -> Option<(&'a str, &'a str)> {
    let judged = case.judged(|kind| matches!(kind, CheckKind::LaunchTemplateType(_)))?;
    let CheckKind::LaunchTemplateType(wanted) = &judged.check.kind else { return None };
    let runs = instance.instance_type.as_deref()?;
    let is_other = judged.verdict.status == Status::Passed && runs != wanted.instance_type;
    is_other.then_some((runs, wanted.instance_type.as_str()))
}

/// The check that found the group to launch something else than its template says: then the group is to be mended.
fn overrides<'a>(case: &Case<'a>, traffic: &TrafficPath<'_>) -> Option<Judged<'a>> {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::AutoScalingTemplate(check) if check.asg == traffic.asg);
    let is_named =
        |judged: &Judged<'_>| judged.verdict.cause.as_ref().is_some_and(|cause| cause.id == CauseId::AsgOverride);
    case.judged(is_wanted).filter(is_named)
}

/// Whether what mends a failure begins with the log: then the instance that has it must stay until that is read.
pub fn asks_for_the_log(repair: &[Repair]) -> bool {
    let reading = Kind::ScriptFailed.repair();
    repair.iter().any(|way| way.text == reading)
}

/// What is left to mend where everything has passed that the usual repair would change; none where something hasn't.
fn besides(kind: Kind, case: &Case<'_>) -> Option<Text> {
    let passed = |is_meant: fn(&CheckKind) -> bool| {
        let mut meant = case.checks().filter(|judged| is_meant(&judged.check.kind)).peekable();
        meant.peek().is_some() && meant.all(|judged| judged.verdict.status == Status::Passed)
    };
    let script = || passed(|kind| matches!(kind, CheckKind::UserData(_)));
    match kind {
        Kind::NoCredentials => {
            passed(|kind| matches!(kind, CheckKind::InstanceProfile(_) | CheckKind::LaunchTemplateProfile(_)))
                .then(|| msg!(besides_no_credentials))
        }
        Kind::ArchiveDenied => script().then(|| msg!(besides_archive_denied)),
        Kind::ArchiveMissing | Kind::ArchiveBroken => script().then(|| msg!(besides_archive)),
        Kind::SecretMissing => script().then(|| msg!(besides_secret_missing)),
        Kind::LineEnds | Kind::NoShebang | Kind::NotAScript => script().then(|| msg!(besides_script)),
        Kind::ToolMissing | Kind::NodeVersion => {
            let image = || passed(|kind| matches!(kind, CheckKind::ImageSource(_) | CheckKind::LaunchTemplateImage(_)));
            (script() && image()).then(|| msg!(besides_tools))
        }
        Kind::NoNetwork => passed(|kind| matches!(kind, CheckKind::DefaultRoute(_))).then(|| msg!(besides_no_network)),
        Kind::NoMemory => {
            passed(|kind| matches!(kind, CheckKind::LaunchTemplateType(_))).then(|| msg!(besides_no_memory))
        }
        Kind::SecretDenied
        | Kind::PackageLock
        | Kind::PortTaken
        | Kind::NoSpace
        | Kind::BuildFailed
        | Kind::NotStarted
        | Kind::ScriptFailed
        | Kind::Syntax
        | Kind::BadName
        | Kind::Unbound
        | Kind::NoHome
        | Kind::Interpreter
        | Kind::NotRun
        | Kind::NoRegion
        | Kind::OtherRegion
        | Kind::IgnoredBuilds => None,
    }
}
