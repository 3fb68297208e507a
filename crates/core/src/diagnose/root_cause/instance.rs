//! What an instance is made from. An instance that runs keeps what its version of the template gave it.

use crate::account::resources::{Instance, Member};
use crate::diagnose::case::{Case, Judged, TrafficPath};
use crate::diagnose::link::{Break, Finding, judged_by};
use crate::diagnose::remediation::mend;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, METADATA_OFF, Status};

/// The instance profile exists and holds its role.
pub fn profile<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::InstanceProfile(_));
    let is_missing = |judged: &Judged<'_>| judged.verdict.status == Status::Failed && judged.verdict.cause.is_none();
    match case.judged(is_wanted).filter(is_missing) {
        Some(judged) => Break::of(&judged, CauseId::ProfileMissing, msg!(cause_profile_missing), case).into(),
        None => judged_by(case, is_wanted, CauseId::ProfileMissing, msg!(cause_profile_missing)),
    }
}

/// The instances that don't serve may ask for their metadata, as the template has it or not.
pub fn metadata<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_off = |instance: &&Instance| instance.metadata.as_deref() == Some(METADATA_OFF);
    let Some(instance) = instances(case, traffic).into_iter().find(is_off) else { return Finding::Sound };
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::UserData(_));
    let is_named =
        |judged: &Judged<'_>| judged.verdict.cause.as_ref().is_some_and(|cause| cause.id == CauseId::MetadataOff);
    let repair = case.judged(is_wanted).filter(is_named).map(|judged| mend(&judged, case));
    let found = Break::new(CauseId::MetadataOff, msg!(cause_metadata_off))
        .shown_by(msg!(evidence_metadata_off, instance = &instance.id));
    match repair {
        Some(repair) => found.mended_as(repair).into(),
        None => found.mended_by(msg!(mend_metadata_account)).into(),
    }
}

/// The template gives the profile to its instances, and those that don't serve have it.
pub fn template_profile<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LaunchTemplateProfile(_));
    match judged_by(case, is_wanted, CauseId::ProfileWrong, msg!(cause_profile_wrong)) {
        Finding::Sound => {}
        finding => return finding,
    }
    let lacks = |instance: &&Instance| instance.instance_profile.is_none();
    match instances(case, traffic).into_iter().find(lacks) {
        Some(instance) => Break::new(CauseId::ProfileMissing, msg!(cause_instance_without_profile))
            .shown_by(msg!(evidence_no_profile, instance = &instance.id))
            .mended_by(msg!(mend_instance_profile))
            .into(),
        None => Finding::Sound,
    }
}

fn instances<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Vec<&'a Instance> {
    traffic.ill_members(case).into_iter().filter_map(|(_, instance)| instance).collect()
}

/// The group takes the latest version of the template, and launches nothing else.
pub fn version<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted =
        |kind: &CheckKind| matches!(kind, CheckKind::AutoScalingTemplate(check) if check.asg == traffic.asg);
    match judged_by(case, is_wanted, CauseId::TemplateNotLatest, msg!(cause_template_not_latest)) {
        Finding::Broken(found) if found.cause.id == CauseId::AsgOverride => overridden(found, case, traffic),
        finding => finding,
    }
}

/// A launch by another image or template explains an instance that doesn't serve only where that is what it was launched
/// from. Another type or a spot share explains nothing by itself.
fn overridden(found: Break, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Finding {
    let Ok(Some(template)) = case.facts.snapshot.launch_template.seen() else { return Finding::Sound };
    let differs = |own: Option<&String>, said: Option<&String>| own.is_some() && own != said;
    for (member, instance) in traffic.ill_members(case) {
        let image = instance.and_then(|instance| instance.image.as_ref());
        if differs(image, template.image.as_ref()) || differs(member.template.as_ref(), Some(&template.id)) {
            let (image, from) = (image.map_or("-", String::as_str), member.template.as_deref().unwrap_or("-"));
            return found.shown_by(msg!(evidence_runs, instance = &member.id, image = image, template = from)).into();
        }
    }
    Finding::Sound
}

/// The template takes the learner's own image.
pub fn image<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LaunchTemplateImage(_));
    judged_by(case, is_wanted, CauseId::TemplateWrongImage, msg!(cause_template_wrong_image))
}

/// The image holds what the script calls.
pub fn image_source<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::ImageSource(_));
    judged_by(case, is_wanted, CauseId::ImageWrongSource, msg!(cause_image_wrong_source))
}

/// The script deploys the shop.
pub fn user_data<'a>(case: &Case<'a>, _wiring: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::UserData(_));
    judged_by(case, is_wanted, CauseId::UserDataMissing, msg!(cause_user_data_missing))
}

/// The instances that don't serve were launched from the latest version.
pub fn outdated<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    // Where nothing is ill, instances of an older version may be as good as those of the latest.
    if case.ill_targets().is_empty() {
        return Finding::Sound;
    }
    let Ok(Some(template)) = case.facts.snapshot.launch_template.seen() else { return Finding::Sound };
    let number = |member: &Member| member.version.as_deref()?.parse::<i64>().ok();
    let is_old = |(member, _): &(&Member, Option<&Instance>)| {
        number(member).is_some_and(|number| number < template.latest_version)
    };
    match traffic.ill_members(case).iter().find(|member| is_old(member)) {
        Some((member, _)) => Break::new(CauseId::InstanceOutdated, msg!(cause_instance_outdated))
            .shown_by(msg!(
                evidence_version,
                instance = &member.id,
                version = member.version.as_deref().unwrap_or("-"),
                latest = template.latest_version
            ))
            .into(),
        None => Finding::Sound,
    }
}

/// The instances that don't serve carry every group that the lesson gives them, the database's too.
pub fn database_group<'a>(case: &Case<'a>, traffic: &TrafficPath<'a>) -> Finding {
    let is_wanted = |kind: &CheckKind| matches!(kind, CheckKind::LaunchTemplateSecurityGroups(_));
    let Some(judged) = case.judged(is_wanted) else { return Finding::Sound };
    let CheckKind::LaunchTemplateSecurityGroups(wanted) = &judged.check.kind else { return Finding::Sound };
    for name in &wanted.groups {
        let Ok(group) = case.facts.security_group(&wanted.vpc, name) else { continue };
        if let Some(instance) =
            instances(case, traffic).into_iter().find(|instance| !instance.security_groups.contains(&group.id))
        {
            return lacking(name, instance, &judged, case).into();
        }
    }
    Finding::Sound
}

fn lacking(name: &str, instance: &Instance, judged: &Judged<'_>, case: &Case<'_>) -> Break {
    let carried = Text::list(instance.security_groups.clone());
    let failed = judged.verdict.status == Status::Failed;
    Break::new(CauseId::InstanceGroupMissing, msg!(cause_instance_group_missing, group = name))
        .shown_by(msg!(evidence_instance_carries, instance = &instance.id, groups = carried))
        .mended_as(if failed { mend(judged, case) } else { Vec::new() })
        .mended_by(msg!(mend_instance_groups))
}
