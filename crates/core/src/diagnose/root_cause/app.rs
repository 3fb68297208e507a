//! What came of an instance's boot, and what the health check asks of it.

use super::{acl, after_boot};
use crate::account::resources::{Instance, TargetGroup, TargetHealth, TargetReason};
use crate::account::{Area, Question};
use crate::diagnose::boot_log::{self, Failure};
use crate::diagnose::case::{Case, Judged, TrafficPath};
use crate::diagnose::link::{Break, Finding};
use crate::diagnose::remediation::{boot_log_page, health_path, target_group_page};
use crate::msg;
use crate::verify::{CauseId, CheckKind, PAGE, Status, decode_user_data};

/// The boot log of the youngest instance that doesn't serve shows no failure.
pub fn boot<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(instance) = youngest(case, traffic) else { return Finding::Sound };
    let log = match case.facts.snapshot.boot_logs.get(&instance.id).map(Area::seen) {
        Some(Ok(log)) => log,
        Some(Err(unseen)) => return unseen.into(),
        None => return Finding::Sound,
    };
    match boot_log::analyse(&log.text, runs_the_lesson_s_script(&instance.id, case, traffic)) {
        Some(Failure { cause, line, kind }) => {
            let found = Break { cause, evidence: Vec::new(), repair: Vec::new() }.shown_by(msg!(
                evidence_boot_log,
                instance = &instance.id,
                line = line
            ));
            after_boot::mended(found, kind, instance, case, traffic).mended_as(boot_log_page(&instance.id, case)).into()
        }
        None if log.text.trim().is_empty() => Finding::Unseen(msg!(evidence_boot_log_empty, instance = &instance.id)),
        None => Finding::Sound,
    }
}

/// Whether an instance was launched with user data that says where it is, as the lesson's script does.
fn runs_the_lesson_s_script<'a>(id: &str, case: &Case<'a>, traffic: &TrafficPath<'a>) -> bool {
    let Ok(Some(template)) = case.facts.snapshot.launch_template.seen() else { return false };
    let latest = template.latest_version.to_string();
    let members = traffic.ill_members(case);
    let is_latest = members
        .iter()
        .find(|(member, _)| member.id == id)
        .is_some_and(|(member, _)| member.version.as_ref().is_none_or(|version| *version == latest));
    let script = template.user_data.as_deref().and_then(decode_user_data).unwrap_or_default();
    is_latest && String::from_utf8_lossy(&script).lines().any(|line| line.starts_with("echo \"ec-site: 1 of 4"))
}

fn youngest<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<&'a Instance> {
    if case.ill_targets().is_empty() {
        return None;
    }
    traffic.ill_members(case).into_iter().find_map(|(_, instance)| instance)
}

/// What the boot of an instance that doesn't serve is asked about, once everything before it is sound: what it printed,
/// and whether network ACLs let it fetch the shop.
pub fn asks<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Vec<Question> {
    let is_unhealthy = case.ill_targets().iter().any(|target| target.state.is_unhealthy());
    let is_due = is_unhealthy
        && status(case, traffic) == Some(Status::Failed)
        && matches!(health_check(case, traffic), Finding::Sound);
    let Some(instance) = youngest(case, traffic).filter(|_| is_due) else { return Vec::new() };
    let asked = case.facts.snapshot.boot_logs.contains_key(&instance.id);
    let log = (!asked).then(|| Question::BootLog { instance: instance.id.clone() });
    log.into_iter().chain(acl::unread(case)).collect()
}

/// The health check asks where and for what the shop answers.
pub fn health_check<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.target_group(case) else { return Finding::Sound };
    let path = group.health_path.as_deref().unwrap_or("/");
    let wanted = health_path(&group.name, case);
    let port = group.health_port.as_deref().unwrap_or("traffic-port");
    let own_port = group.port.map(|port| port.to_string());
    let protocol = group.health_protocol.as_deref().unwrap_or("HTTP");
    if refuses_pages(group, case) {
        let codes = group.health_codes.as_deref().unwrap_or("200");
        return Break::new(CauseId::HealthCheckCode, msg!(cause_health_check_codes, codes = codes))
            .shown_by(msg!(evidence_health_codes, codes = codes, path = path))
            .mended_by(msg!(healthy_codes_fix, codes = codes))
            .mended_as(target_group_page(group, case))
            .into();
    }
    let found = if port != "traffic-port" && Some(port) != own_port.as_deref() {
        msg!(evidence_health_port, port = port)
    } else if protocol != "HTTP" {
        msg!(evidence_health_protocol, protocol = protocol)
    } else if path != wanted {
        msg!(evidence_health_path, path = path, wanted = wanted)
    } else {
        return Finding::Sound;
    };
    if case.ill_targets().is_empty() {
        return Finding::Sound;
    }
    Break::new(CauseId::HealthCheckPath, msg!(cause_health_check_path))
        .shown_by(found)
        .mended_by(msg!(mend_health_check, path = wanted))
        .mended_as(target_group_page(group, case))
        .into()
}

/// Whether targets answer with a page, and the health check doesn't take it.
fn refuses_pages(group: &TargetGroup, case: &Case<'_>) -> bool {
    let has_page = |target: &&TargetHealth| {
        target.reason == Some(TargetReason::ResponseCodeMismatch) && target.answered().is_none_or(|code| code == PAGE)
    };
    !group.takes_as_healthy(PAGE) && case.ill_targets().iter().any(has_page)
}

/// The script of instances on which nothing answers could be followed. Where it couldn't, it is the first suspect, and
/// no more than that.
pub fn unfollowed_script<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let script = case.judged(|kind| matches!(kind, CheckKind::UserData(_)));
    let is_doubtful = |judged: &Judged<'_>| {
        let named = judged.verdict.cause.as_ref();
        judged.verdict.status == Status::Manual && named.is_some_and(|named| named.id == CauseId::UserDataUnfollowed)
    };
    let Some(script) = script.filter(is_doubtful) else { return Finding::Sound };
    let silent = |target: &&TargetHealth| {
        matches!(target.reason, Some(TargetReason::FailedHealthChecks | TargetReason::Timeout))
    };
    let ill = case.ill_targets();
    let members = traffic.ill_members(case);
    let own =
        ill.iter().copied().filter(silent).find(|target| members.iter().any(|(member, _)| member.id == target.target));
    let Some(target) = own.filter(|_| !is_young(case, traffic)) else { return Finding::Sound };
    Break::new(CauseId::UserDataUnfollowed, msg!(cause_user_data_suspect))
        .shown_by(script.verdict.actual.clone())
        .mended_by(msg!(mend_user_data_suspect))
        .mended_as(boot_log_page(&target.target, case))
        .into()
}

/// The shop answers, and with a code that counts as healthy.
pub fn answers<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let Some(group) = traffic.target_group(case) else { return Finding::Sound };
    let ill = case.ill_targets();
    let members = traffic.ill_members(case);
    let own = ill.iter().find(|target| members.iter().any(|(member, _)| member.id == target.target));
    let Some(target) = own.filter(|_| !is_young(case, traffic)) else { return Finding::Sound };
    match &target.reason {
        Some(TargetReason::FailedHealthChecks) => Break::new(CauseId::AppNotStarted, msg!(cause_app_not_started))
            .mended_by(msg!(mend_app_not_started))
            .mended_as(boot_log_page(&target.target, case))
            .into(),
        Some(TargetReason::Timeout) => Break::new(CauseId::TargetTimeout, msg!(cause_target_timeout))
            .mended_by(msg!(mend_target_timeout, command = read_the_log(case)))
            .mended_as(boot_log_page(&target.target, case))
            .into(),
        Some(TargetReason::ResponseCodeMismatch) => code_mismatch(group, &target.target, case).into(),
        _ => Finding::Sound,
    }
}

/// While an instance may still be building, silence is what is to be expected.
fn is_young<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> bool {
    status(case, traffic) == Some(Status::Waiting)
}

/// What the lesson's check of the targets' health concluded.
fn status<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<Status> {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::TargetsHealthy(check) if check.target_group == traffic.target_group);
    case.judged(is_wanted).map(|judged| judged.verdict.status)
}

/// What prints the shop's log, as root in a session, where PATH may lack the folders of pm2.
pub fn read_the_log(case: &Case<'_>) -> String {
    let script = case.judged(|kind| matches!(kind, CheckKind::UserData(_)));
    let tools = script.and_then(|judged| {
        let CheckKind::UserData(check) = &judged.check.kind else { return None };
        Some(check.tools.as_str())
    });
    let path = tools.map(|tools| format!("PATH={tools}/bin:{tools}:$PATH ")).unwrap_or_default();
    path + "pm2 logs --nostream"
}

fn code_mismatch(group: &TargetGroup, instance: &str, case: &Case<'_>) -> Break {
    let codes = group.health_codes.as_deref().unwrap_or("200");
    let path = group.health_path.as_deref().unwrap_or("/");
    Break::new(CauseId::HealthCheckCode, msg!(cause_health_check_code, codes = codes))
        .shown_by(msg!(evidence_health_codes, codes = codes, path = path))
        .mended_by(msg!(healthy_code_fix, codes = codes, path = path))
        .mended_as(boot_log_page(instance, case))
}
