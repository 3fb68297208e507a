//! What came of an instance's boot, and what the health check asks of it.

use super::link::{Break, Finding};
use crate::account::resources::{Instance, TargetGroup};
use crate::account::{Area, Question};
use crate::diagnose::boot_log::{self, Failure};
use crate::diagnose::case::{Case, Wiring};
use crate::diagnose::mending::{boot_log_page, target_group_page};
use crate::msg;
use crate::verify::{CheckKind, Status};

/// The boot log of the youngest instance that doesn't serve shows no failure.
pub fn boot<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let Some(instance) = youngest(case, wiring) else { return Finding::Sound };
    let log = match case.facts.snapshot.boot_logs.get(&instance.id).map(Area::seen) {
        Some(Ok(log)) => log,
        Some(Err(unseen)) => return unseen.into(),
        None => return Finding::Sound,
    };
    match boot_log::analyse(&log.text) {
        Some(Failure { cause, line, repair }) => Break { cause, evidence: Vec::new(), repair: Vec::new() }
            .shown_by(msg!(evidence_boot_log, instance = &instance.id, line = line))
            .mended_by(repair)
            .mended_as(boot_log_page(&instance.id, case))
            .into(),
        None if log.text.trim().is_empty() => Finding::Unseen(msg!(evidence_boot_log_empty, instance = &instance.id)),
        None => Finding::Sound,
    }
}

fn youngest<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Option<&'a Instance> {
    if case.ill_targets().is_empty() {
        return None;
    }
    wiring.ill_members(case).into_iter().find_map(|(_, instance)| instance)
}

/// The question for the boot log that [`boot`] would read; none where it was asked already.
#[must_use]
pub fn unread_boot_log<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Option<Question> {
    let instance = youngest(case, wiring)?;
    let asked = case.facts.snapshot.boot_logs.contains_key(&instance.id);
    (!asked).then(|| Question::BootLog { instance: instance.id.clone() })
}

/// The health check asks where and for what the shop answers.
pub fn health_check<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let Some(group) = wiring.target_group(case) else { return Finding::Sound };
    let path = group.health_path.as_deref().unwrap_or("/");
    let port = group.health_port.as_deref().unwrap_or("traffic-port");
    let own_port = group.port.map(|port| port.to_string());
    let protocol = group.health_protocol.as_deref().unwrap_or("HTTP");
    let found = if port != "traffic-port" && Some(port) != own_port.as_deref() {
        msg!(evidence_health_port, port = port)
    } else if protocol != "HTTP" {
        msg!(evidence_health_protocol, protocol = protocol)
    } else if path != "/" {
        msg!(evidence_health_path, path = path)
    } else {
        return Finding::Sound;
    };
    if case.ill_targets().is_empty() {
        return Finding::Sound;
    }
    Break::new("health-check-path", msg!(cause_health_check_path))
        .shown_by(found)
        .mended_by(msg!(mend_health_check))
        .mended_as(target_group_page(group, case))
        .into()
}

/// The shop answers, and with a code that counts as healthy.
pub fn answers<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> Finding {
    let Some(group) = wiring.target_group(case) else { return Finding::Sound };
    let ill = case.ill_targets();
    let members = wiring.ill_members(case);
    let own = ill.iter().find(|target| members.iter().any(|(member, _)| member.id == target.target));
    let Some(target) = own.filter(|_| !is_young(case, wiring)) else { return Finding::Sound };
    match target.reason.as_deref().unwrap_or_default() {
        "Target.FailedHealthChecks" => Break::new("app-not-started", msg!(cause_app_not_started))
            .mended_by(msg!(mend_app_not_started))
            .mended_as(boot_log_page(&target.target, case))
            .into(),
        "Target.ResponseCodeMismatch" => code_mismatch(group, &target.target, case).into(),
        _ => Finding::Sound,
    }
}

/// While an instance may still be building, silence is what is to be expected.
fn is_young<'a>(case: &Case<'a>, wiring: &Wiring<'a>) -> bool {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::TargetsHealthy(check) if check.target_group == wiring.target_group);
    case.judged(is_wanted).is_some_and(|judged| judged.verdict.status == Status::Waiting)
}

fn code_mismatch(group: &TargetGroup, instance: &str, case: &Case<'_>) -> Break {
    let codes = group.health_codes.as_deref().unwrap_or("200");
    let path = group.health_path.as_deref().unwrap_or("/");
    Break::new("health-check-code", msg!(cause_health_check_code, codes = codes))
        .shown_by(msg!(evidence_health_codes, codes = codes, path = path))
        .mended_by(msg!(healthy_code_fix, codes = codes, path = path))
        .mended_as(boot_log_page(instance, case))
}
