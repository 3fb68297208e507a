//! The first broken link between a visitor and an instance that serves.
//!
//! A visitor's request passes the links in the order of [`LINKS`]. The first broken one is the cause; what is broken
//! after it is its consequence where it explains that, and a further fault otherwise. A link that can't be seen is
//! neither broken nor sound, and is said.

mod acl;
mod after_boot;
mod answer;
mod app;
mod group;
mod instance;
mod launch;
mod path;
mod replacement;
mod serving;
mod way_in;

use super::case::{Case, Judged, TrafficPath};
use super::diagnosis::Diagnosis;
use super::link::{Break, Finding};
use super::repair::{Means, Repair};
use crate::account::Question;
use crate::i18n::Text;
use crate::msg;
use crate::verify::{CauseId, CheckKind, Status, any_of};

pub use launch::explain as explain_launch;

/// The sections of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    /// From the internet to the load balancer.
    WayIn,
    /// From the listener to the target group.
    Serving,
    /// From the target group to the Auto Scaling group.
    Attachment,
    /// From the group to instances that run.
    Group,
    /// From the load balancer to an instance.
    Path,
    /// From an instance to the internet.
    WayOut,
    /// What an instance is made from.
    Instance,
    /// What came of its boot.
    App,
    /// What it answers to visitors.
    Answer,
}

impl Section {
    /// What of the lab it is.
    fn words(self) -> Text {
        match self {
            Self::WayIn => msg!(section_way_in),
            Self::Serving => msg!(section_serving),
            Self::Attachment => msg!(section_attachment),
            Self::Group => msg!(section_group),
            Self::Path => msg!(section_path),
            Self::WayOut => msg!(section_way_out),
            Self::Instance => msg!(section_instance),
            Self::App => msg!(section_app),
            Self::Answer => msg!(section_answer),
        }
    }
}

/// How one link is judged.
type Judge = for<'a> fn(&Case<'a>, &TrafficPath<'a>) -> Finding;
/// What one link needs to know beyond the first look.
type Ask = for<'a> fn(&Case<'a>, &TrafficPath<'a>) -> Vec<Question>;

/// A link of the way.
#[derive(Clone, Copy)]
struct Link {
    section: Section,
    judge: Judge,
    ask: Option<Ask>,
}

const fn link(section: Section, judge: Judge) -> Link {
    Link { section, judge, ask: None }
}

impl Link {
    /// The same, with what is asked once everything before it is sound.
    const fn asking(self, ask: Ask) -> Self {
        Self { ask: Some(ask), ..self }
    }
}

const LINKS: &[Link] = &[
    link(Section::WayIn, way_in::active),
    link(Section::WayIn, way_in::scheme),
    link(Section::WayIn, way_in::gateway),
    link(Section::WayIn, way_in::public_subnets),
    link(Section::WayIn, way_in::visitors),
    link(Section::WayIn, acl::visitors).asking(acl::asks_for_visitors),
    link(Section::WayIn, answer::firewall),
    link(Section::Serving, serving::listener),
    link(Section::Serving, serving::rules).asking(serving::asks),
    link(Section::Serving, serving::target_group),
    link(Section::Attachment, serving::attached),
    link(Section::Group, group::capacity),
    link(Section::Group, group::suspended),
    link(Section::Group, group::launches),
    link(Section::Group, replacement::taken_away),
    link(Section::Group, group::stopped_member),
    link(Section::Group, group::kept_from_service),
    link(Section::Path, path::zones),
    link(Section::Path, path::out_of_the_balancer),
    link(Section::Path, path::into_the_instance),
    link(Section::Path, acl::between).asking(acl::asks_for_health_checks),
    link(Section::WayOut, path::way_out),
    link(Section::WayOut, path::out_of_the_instance),
    link(Section::WayOut, acl::way_out),
    link(Section::Instance, instance::profile),
    link(Section::Instance, instance::template_profile),
    link(Section::Instance, instance::version),
    link(Section::Instance, instance::metadata),
    link(Section::Instance, instance::image),
    link(Section::Instance, instance::image_source),
    link(Section::Instance, instance::user_data),
    link(Section::Instance, instance::outdated),
    link(Section::Instance, instance::database_group),
    link(Section::App, app::boot).asking(app::asks),
    link(Section::App, app::health_check),
    link(Section::App, app::unfollowed_script),
    link(Section::App, replacement::given_up),
    link(Section::App, app::answers),
    link(Section::Answer, answer::page),
];

/// The sections that a check of `kind` depends on; none for a check that is no symptom of anything.
fn sections(kind: &CheckKind, case: &Case<'_>) -> &'static [Section] {
    use Section::{Answer, App, Attachment, Group, Instance, Path, Serving, WayIn, WayOut};
    match kind {
        CheckKind::Site(_) => &[WayIn, Serving, Attachment, Group, Path, WayOut, Instance, App, Answer],
        CheckKind::Load(_) => &[WayIn, Serving],
        CheckKind::TargetsHealthy(_) => &[Serving, Attachment, Group, Path, WayOut, Instance, App],
        CheckKind::TargetsAreMembers(_) => &[Attachment, Group],
        CheckKind::InstancesInService(check) => match case.facts.auto_scaling_group(&check.asg) {
            // Such a group terminates what its target group calls unhealthy, over and over.
            Ok(group) if group.health_check_type.contains("ELB") => &[Serving, Group, Path, WayOut, Instance, App],
            _ => &[Group],
        },
        any_of! {
                    Attested, AutoScalingAttached, AutoScalingGroup, AutoScalingSize, AutoScalingSubnets, AutoScalingTemplate,
                    DefaultRoute, Exercise, Identity, Image, ImageDescription, ImageSource, ImageState, Instance,
                    InstanceProfile, InstanceStopped, InternetGateway, LaunchTemplate, LaunchTemplateDescription,
                    LaunchTemplateImage, LaunchTemplateKeyPair, LaunchTemplateProfile, LaunchTemplateSecurityGroups,
                    LaunchTemplateTag, LaunchTemplateType, LoadBalancer, LoadBalancerActive, LoadBalancerListener,
                    LoadBalancerScheme, LoadBalancerSecurityGroups, LoadBalancerZones, PolicyAlarm, PolicyLabel, PolicyMetric,
                    PolicyScaleIn, PolicyTarget, PublicSubnets, Region, ScaleOut, ScaledIn, ScalingPolicy, SecurityGroup,
                    SecurityGroupDescription, SecurityGroupIngress, SecurityGroupIpv6, SecurityGroupReaches, Subnet,
                    TargetGroup, UserData, UserDataLineEnds, Vpc, AnyOf, Listener, ListenerRule, Not, SecurityGroupRules,
        } => &[],
    }
}

/// The cause of what `judged` found, as far as it lies between a visitor and an instance.
#[must_use]
pub fn root_cause(judged: &Judged<'_>, case: &Case<'_>) -> Option<Diagnosis> {
    // A target that was entered by hand is what the check itself says, and nothing else.
    if judged.verdict.cause.as_ref().is_some_and(|cause| cause.id == CauseId::TargetByHand) {
        return None;
    }
    if matches!(judged.verdict.status, Status::Passed | Status::Skipped | Status::Unknown) {
        return None;
    }
    let sections = sections(&judged.check.kind, case);
    let traffic = TrafficPath::of(&judged.check.kind, case)?;
    let mut walk = Walk::default();
    for link in LINKS.iter().filter(|link| sections.contains(&link.section)) {
        walk.take(link.section, (link.judge)(case, &traffic));
    }
    walk.diagnosis(judged, case, &traffic).or_else(|| walk.in_vain(judged, case, &traffic))
}

/// What is worth asking about a symptom: what the links before the first broken one need to know.
#[must_use]
pub fn questions(symptom: &Judged<'_>, case: &Case<'_>) -> Vec<Question> {
    let Some(traffic) = TrafficPath::of(&symptom.check.kind, case) else { return Vec::new() };
    let sections = sections(&symptom.check.kind, case);
    let mut asked = Vec::new();
    for link in LINKS.iter().filter(|link| sections.contains(&link.section)) {
        asked.extend(link.ask.into_iter().flat_map(|ask| ask(case, &traffic)));
        match (link.judge)(case, &traffic) {
            // An older version may have been as good as the latest: its boot tells more.
            Finding::Broken(found) if found.cause.id != CauseId::InstanceOutdated => break,
            _ => {}
        }
    }
    asked
}

/// Causes that say no more than that everything else was found to be sound: they are none where something wasn't.
const LEFT_OVER: [CauseId; 7] = [
    CauseId::TargetTimeout,
    CauseId::AppError,
    CauseId::UserDataUnfollowed,
    CauseId::BalancerError,
    CauseId::SiteRedirected,
    CauseId::SiteRefused,
    CauseId::SiteNotFound,
];

/// What was met on the way.
#[derive(Default)]
struct Walk {
    /// The sections that were looked at, and whether all of each is sound.
    sound: Vec<(Section, bool)>,
    /// What could not be seen before the first broken link.
    unseen: Vec<Text>,
    broken: Vec<(Section, Break)>,
}

impl Walk {
    fn take(&mut self, section: Section, finding: Finding) {
        let is_sound = matches!(finding, Finding::Sound);
        match self.sound.last_mut() {
            Some((last, sound)) if *last == section => *sound &= is_sound,
            _ => self.sound.push((section, is_sound)),
        }
        match finding {
            Finding::Broken(found) if !self.broken.is_empty() && LEFT_OVER.contains(&found.cause.id) => {}
            // Silence is why the script is suspected, and no further fault.
            Finding::Broken(found) if found.cause.id == CauseId::AppNotStarted && self.suspects_script() => {}
            Finding::Unseen(what) if self.broken.is_empty() && !self.unseen.contains(&what) => self.unseen.push(what),
            Finding::Broken(found) if !self.broken.iter().any(|(_, known)| known.cause == found.cause) => {
                self.broken.push((section, found));
            }
            // Nothing wrong, or nothing that wasn't said already.
            Finding::Sound | Finding::Unseen(_) | Finding::Broken(_) => {}
        }
    }

    fn suspects_script(&self) -> bool {
        self.broken.first().is_some_and(|(_, first)| first.cause.id == CauseId::UserDataUnfollowed)
    }

    /// A failure that nothing explains, with everything that was ruled out. While AWS or the check itself says why, that
    /// counts.
    fn in_vain<'a>(&self, judged: &Judged<'_>, case: &Case<'a>, traffic: &TrafficPath<'a>) -> Option<Diagnosis> {
        if judged.verdict.status != Status::Failed || judged.verdict.cause.is_some() {
            return None;
        }
        // Of a boot nothing is known while no log of it was read.
        let is_known = |section: Section| section != Section::App || !case.facts.snapshot.boot_logs.is_empty();
        let ruled_out = self.sound.iter().filter(|(section, sound)| *sound && is_known(*section));
        let ruled_out = ruled_out.map(|(section, _)| section.words());
        let mut evidence = vec![judged.verdict.actual.clone()];
        evidence.push(msg!(evidence_ruled_out, sections = Text::List(ruled_out.collect())));
        evidence.extend(target_evidence(case));
        evidence.extend(self.unseen.iter().map(|what| msg!(evidence_unseen, what = what.clone())));
        let todo = Repair { means: Means::Console, text: msg!(mend_unexplained) };
        let page = super::remediation::target_health_page(traffic, case);
        let unknown = crate::verify::Cause { id: CauseId::Unexplained, text: msg!(cause_unexplained) };
        let repair = std::iter::once(todo).chain(page).collect();
        Some(Diagnosis { cause: unknown, evidence, repair, consequences: further_symptoms(&judged.check.kind, case) })
    }

    fn diagnosis(&self, judged: &Judged<'_>, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Option<Diagnosis> {
        let mut broken = self.broken.iter().cloned();
        let (section, first) = broken.next()?;
        let mut evidence = first.evidence;
        let mut consequences = Vec::new();
        for (later_section, later) in broken {
            if explains(first.cause.id, section, later.cause.id, later_section) {
                consequences.push(later.cause.text);
            } else {
                evidence.push(msg!(evidence_further, what = later.cause.text));
            }
        }
        if evidence.is_empty() && self.unseen.is_empty() {
            evidence.extend(ruled_out(first.cause.id, case));
        }
        evidence.extend(target_evidence(case));
        evidence.extend(self.unseen.iter().map(|what| msg!(evidence_unseen, what = what.clone())));
        consequences.extend(further_symptoms(&judged.check.kind, case));
        let mut repair = first.repair;
        let ends_by_replacing = matches!(section, Section::WayOut | Section::Instance | Section::App);
        if ends_by_replacing && !after_boot::asks_for_the_log(&repair) {
            repair.extend(replacement(first.cause.id, case, traffic));
        }
        Some(Diagnosis { cause: first.cause, evidence, repair, consequences })
    }
}

/// What was looked at and found in order, where the cause is what remains.
fn ruled_out(id: CauseId, case: &Case<'_>) -> Option<Text> {
    match id {
        CauseId::AppNotStarted => Some(msg!(evidence_way_is_sound)),
        CauseId::TargetTimeout if case.facts.snapshot.network_acls.seen().is_ok() => {
            Some(msg!(evidence_timeout_ruled_out))
        }
        _ => None,
    }
}

/// Whether `later` is broken only because `first` is.
fn explains(first: CauseId, section: Section, later: CauseId, later_section: Section) -> bool {
    let built_wrong = matches!(section, Section::Path | Section::WayOut | Section::Instance);
    match (first, later) {
        (CauseId::AlbSgBlocksIn, CauseId::AlbWrongSg)
        | (CauseId::TgWrongVpc, CauseId::TgNotAttached)
        | (CauseId::TgWrongPort, CauseId::WebSgBlocksAlb | CauseId::AlbSgBlocksOut) => true,
        // What an instance was made from shows in its boot, and an instance of an old version is replaced with it.
        (_, CauseId::InstanceOutdated) => built_wrong,
        (_, CauseId::HealthCheckPath) | (CauseId::ListenerRule, _) => false,
        _ => later_section == Section::App && section != Section::WayIn,
    }
}

/// What the target group says of targets that don't work: evidence, never the explanation.
fn target_evidence(case: &Case<'_>) -> Vec<Text> {
    const MOST: usize = 4;
    let describe = |target: &&crate::account::resources::TargetHealth| {
        let reason = target.reason.as_ref().map_or("-", |reason| reason.as_str());
        let words = target.description.as_deref().unwrap_or("-");
        msg!(evidence_target, target = &target.target, state = &target.state, reason = reason, words = words)
    };
    case.ill_targets().iter().take(MOST).map(describe).collect()
}

/// Other checks that are not passed for the same reason.
fn further_symptoms(kind: &CheckKind, case: &Case<'_>) -> Vec<Text> {
    let is_failed = |is_wanted: fn(&CheckKind) -> bool| {
        case.judged(is_wanted).is_some_and(|judged| judged.verdict.status == Status::Failed)
    };
    let mut symptoms = Vec::new();
    let is_health = |kind: &CheckKind| matches!(kind, CheckKind::TargetsHealthy(_));
    let is_site = |kind: &CheckKind| matches!(kind, CheckKind::Site(_));
    if !is_health(kind) && is_failed(|kind| matches!(kind, CheckKind::TargetsHealthy(_))) {
        symptoms.push(msg!(effect_targets_unhealthy));
    }
    if !is_site(kind) && is_failed(|kind| matches!(kind, CheckKind::Site(_))) {
        symptoms.push(msg!(effect_site_broken));
    }
    symptoms
}

/// Instances keep what they were launched with, and run user data once: after remediation they must be replaced.
fn replacement(mended: CauseId, case: &Case<'_>, traffic: &TrafficPath<'_>) -> Vec<Repair> {
    const MOST: usize = 4;
    // An instance whose log is to be read first must stay until that is done.
    if matches!(
        mended,
        CauseId::HealthCheckPath
            | CauseId::HealthCheckCode
            | CauseId::TargetTimeout
            | CauseId::ReplacementLoop
            | CauseId::AppNotStarted
            | CauseId::AppBuildFailed
            | CauseId::UserDataUnfollowed
    ) {
        return Vec::new();
    }
    let ids: Vec<&str> = traffic.ill_members(case).iter().take(MOST).map(|(member, _)| member.id.as_str()).collect();
    if ids.is_empty() {
        return Vec::new();
    }
    let text = msg!(mend_replace_instances, instances = Text::list(ids.clone()));
    let mut repairs = vec![Repair { means: Means::Console, text }];
    let command = |id: &str| super::remediation::terminate(id).with("--region", case.region()).line();
    repairs.extend(ids.iter().map(|id| Repair { means: Means::Cli, text: Text::verbatim(command(id)) }));
    repairs
}
