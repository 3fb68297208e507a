//! Whether as many members of a group are at work as it must never fall below, and what keeps the others from it.

use jiff::Timestamp;
use serde::Deserialize;

use super::activity::{failed_launch, held_launch, newest_launch_under_way, refused, under_way_for};
use super::replacement::again_and_again;
use super::{CauseId, Doing, Facts, Kind, Replacements, Stop, Verdict, Wait};
use crate::account::Need;
use crate::account::resources::{Activity, AutoScalingGroup as Group, Member, MemberHealth, MemberStage};
use crate::i18n::Text;
use crate::msg;

/// Processes of a group without which an unhealthy member stays as it is.
const REPLACING: [&str; 3] = ["ReplaceUnhealthy", "Terminate", "Launch"];

/// As many instances as the group must never fall below are in service. What the policy starts on top of them may
/// still be on its way: then the group works, and it is the lab's success rather than something unfinished.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstancesInService {
    /// Name of the group.
    pub asg: String,
}

impl Kind for InstancesInService {
    fn needs(&self) -> Vec<Need> {
        vec![Need::AutoScalingGroups, Need::ActivitiesOf(self.asg.clone()), Need::Instances]
    }

    fn expected(&self) -> Text {
        msg!(in_service_expected, asg = &self.asg)
    }

    fn why(&self) -> Text {
        msg!(in_service_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let group = facts.auto_scaling_group(&self.asg)?;
        Ok(shortage(group, facts)?.unwrap_or_else(|| Verdict::passed(listed(group))))
    }
}

/// The members with their states, and with their health where that isn't what a member's state says.
fn listed(group: &Group) -> Text {
    Text::list(group.instances.iter().map(|member| {
        if member.lifecycle.is_in_service() && !member.health.is_healthy() {
            format!("{} ({}, {})", member.id, member.lifecycle, member.health)
        } else {
            format!("{} ({})", member.id, member.lifecycle)
        }
    }))
}

/// Where a member stands that isn't at work, what tells most of what is to come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Its instance was stopped; the group hears of it a moment later.
    Stopped,
    /// In service, and called unhealthy.
    Unhealthy,
    /// As its lifecycle state says; in service, it was terminated from outside.
    As(MemberStage),
}

/// Where a member stands; none where it is at work.
fn place(member: &Member, facts: &Facts<'_>) -> Result<Option<Place>, Stop> {
    let stage = member.lifecycle.stage();
    Ok(match facts.instance(&member.id)? {
        Some(instance) if instance.state.is_stopped() && member.lifecycle.is_to_serve() => Some(Place::Stopped),
        Some(instance) if instance.state.is_gone() => Some(Place::As(stage)),
        _ if stage != MemberStage::InService => Some(Place::As(stage)),
        _ => match &member.health {
            MemberHealth::Healthy => None,
            MemberHealth::Unhealthy => Some(Place::Unhealthy),
            MemberHealth::Other(_) => Some(Place::As(MemberStage::Unfamiliar)),
        },
    })
}

/// The verdict on a group of which too few members are at work; none where enough are.
///
/// # Errors
/// [`Stop`] where instances or activities can't be seen.
pub fn shortage(group: &Group, facts: &Facts<'_>) -> Result<Option<Verdict>, Stop> {
    let (mut working, mut idle) = (0, Vec::new());
    for member in &group.instances {
        match place(member, facts)? {
            Some(place) => idle.push((place, member)),
            None => working += 1,
        }
    }
    if working >= group.min.max(1) {
        return Ok(None);
    }
    if group.desired < 1 {
        let actual = msg!(in_service_desired, desired = group.desired);
        let verdict = Verdict::failed(actual, msg!(in_service_desired_fix));
        return Ok(Some(verdict.because(CauseId::NoInstances, msg!(cause_no_instances))));
    }
    let activities = facts.snapshot.activities.seen()?;
    if let Some(replaced) = Replacements::of(activities, facts.now).filter(Replacements::is_loop) {
        return Ok(Some(again_and_again(&replaced, &listed(group))));
    }
    let search = Search { group, activities, facts };
    let first = idle.iter().min_by_key(|(place, _)| *place);
    Ok(Some(match first {
        Some((place, member)) => search.of_member(*place, member)?,
        None => search.without_members(None),
    }))
}

/// What a group that is short of instances is looked through for.
#[derive(Clone, Copy)]
struct Search<'a, 'f> {
    group: &'a Group,
    activities: &'a [Activity],
    facts: &'f Facts<'a>,
}

impl Search<'_, '_> {
    fn of_member(self, place: Place, member: &Member) -> Result<Verdict, Stop> {
        let instance = self.facts.instance(&member.id)?;
        let launched = instance.and_then(|instance| instance.launched_at);
        let ended = instance.and_then(|instance| instance.state_since);
        let moved = under_way_for(&member.id, self.activities).and_then(|activity| activity.started_at);
        let actual = listed(self.group);
        Ok(match place {
            Place::Stopped => {
                let actual = msg!(in_service_stopped, id = &member.id);
                let cause = Some((CauseId::StoppedGroupMember, msg!(cause_stopped_group_member)));
                self.replacing(ended, actual, msg!(in_service_replaced_fix), cause)
            }
            Place::Unhealthy => {
                let actual = msg!(in_service_unhealthy, id = &member.id);
                let cause = Some((CauseId::MemberUnhealthy, msg!(cause_member_unhealthy)));
                self.replacing(moved, actual, msg!(in_service_unhealthy_fix), cause)
            }
            Place::As(stage) => match stage {
                MemberStage::HeldAtStart => self.held(member, launched),
                MemberStage::HeldAtVolume => self.held(member, moved),
                MemberStage::Starting => {
                    let since = launched.or(moved);
                    Verdict::waiting(Wait::new(Doing::FillingGroup, since), actual, msg!(in_service_fix))
                }
                MemberStage::ReplacingVolume => {
                    Verdict::waiting(Wait::new(Doing::ReplacingRootVolume, moved), actual, msg!(in_service_volume_fix))
                }
                MemberStage::InService => self.replacing(ended, actual, msg!(in_service_replaced_fix), None),
                MemberStage::Standby => Verdict::failed(
                    msg!(in_service_standby, id = &member.id, state = &member.lifecycle),
                    msg!(in_service_standby_fix),
                )
                .because(CauseId::MemberStandby, msg!(cause_member_standby)),
                MemberStage::Detaching => {
                    let actual = msg!(in_service_detaching, id = &member.id);
                    let cause = Some((CauseId::MemberDetached, msg!(cause_member_detached)));
                    self.replacing(moved, actual, msg!(in_service_detaching_fix), cause)
                }
                MemberStage::Warm => self.warm(member, launched),
                MemberStage::Unfamiliar => Verdict::unfamiliar(actual),
                MemberStage::HeldAtEnd if failed_launch(self.activities).is_none() => self.held(member, moved),
                MemberStage::HeldAtEnd | MemberStage::Gone => self.without_members(ended),
            },
        })
    }

    /// The wait for a replacement because of `cause`; it doesn't come where somebody has suspended what it takes.
    fn replacing(self, since: Option<Timestamp>, actual: Text, fix: Text, cause: Option<(CauseId, Text)>) -> Verdict {
        if let Some(suspended) = self.suspended(&REPLACING) {
            return suspended;
        }
        let verdict = Verdict::waiting(Wait::new(Doing::ReplacingInstance, since), actual, fix);
        match cause {
            Some((id, text)) => verdict.because(id, text),
            None => verdict,
        }
    }

    /// The verdict on a member of the warm pool: the group takes it from there within minutes, or not at all.
    fn warm(self, member: &Member, launched: Option<Timestamp>) -> Verdict {
        let actual = msg!(in_service_warm, id = &member.id, state = &member.lifecycle);
        let wait = Wait::of_subject(Doing::FillingGroup, launched);
        let verdict = if launched.is_none() || self.facts.is_within(wait.doing.usual().overdue_after, launched) {
            Verdict::waiting(wait, actual, msg!(in_service_warm_fix))
        } else {
            Verdict::failed(actual, msg!(in_service_warm_fix))
        };
        verdict.because(CauseId::MemberWarm, msg!(cause_member_warm))
    }

    /// The verdict on a group of which somebody has suspended one of these processes.
    fn suspended(self, processes: &[&str]) -> Option<Verdict> {
        let found = self.group.suspended.iter().filter(|process| processes.contains(&process.as_str()));
        let found: Vec<String> = found.cloned().collect();
        if found.is_empty() {
            return None;
        }
        let processes = Text::list(found);
        let actual = msg!(evidence_suspended, asg = &self.group.name, processes = processes.clone());
        let fix = msg!(mend_resume, asg = &self.group.name, processes = processes);
        Some(Verdict::failed(actual, fix).because(CauseId::ProcessesSuspended, msg!(cause_processes_suspended)))
    }

    /// The verdict on an instance that a lifecycle hook holds: something may answer the hook within a moment.
    fn held(self, member: &Member, since: Option<Timestamp>) -> Verdict {
        let (id, state) = (&member.id, &member.lifecycle);
        let actual = match since {
            Some(since) => msg!(member_held, id = id, state = state, since = since),
            None => msg!(member_held_untold, id = id, state = state),
        };
        self.hook(since, actual)
    }

    fn hook(self, since: Option<Timestamp>, actual: Text) -> Verdict {
        let is_early = since.is_none() || self.facts.is_within(Doing::HeldByHook.usual().overdue_after, since);
        let verdict = if is_early {
            Verdict::waiting(Wait::new(Doing::HeldByHook, since), actual, msg!(hook_fix))
        } else {
            Verdict::failed(actual, msg!(hook_fix))
        };
        verdict.because(CauseId::LifecycleHook, msg!(cause_hook_holds))
    }

    /// The verdict on a group that wants instances and has none left; the last one `ended` then.
    fn without_members(self, ended: Option<Timestamp>) -> Verdict {
        if let Some(failed) = failed_launch(self.activities) {
            return refused(failed);
        }
        if let Some(held) = held_launch(self.activities) {
            let words = held.description.as_deref().unwrap_or("-");
            return self.hook(held.started_at, msg!(launch_held, words = words, status = &held.status));
        }
        if let Some(suspended) = self.suspended(&["Launch"]) {
            return suspended;
        }
        let created = self.group.created_at;
        let is_ending = self.group.instances.iter().any(|member| member.lifecycle.is_ending());
        let is_empty = self.group.instances.is_empty();
        let actual = if is_empty { msg!(in_service_none) } else { listed(self.group) };
        let under_way = newest_launch_under_way(self.activities)
            .or(self.activities.iter().find(|activity| activity.status.is_under_way()));
        let is_new = self.facts.is_within(Doing::FillingGroup.usual().overdue_after, created);
        if is_ending || is_new || under_way.is_some() {
            let since = under_way.map_or(created.filter(|_| !is_ending).or(ended), |activity| activity.started_at);
            return Verdict::waiting(Wait::new(Doing::FillingGroup, since), actual, msg!(in_service_fix));
        }
        let verdict = Verdict::failed(actual, msg!(in_service_none_fix, asg = &self.group.name));
        if self.group.instances.iter().any(|member| member.lifecycle.is_in_service()) {
            return verdict;
        }
        verdict.because(CauseId::NoInstances, msg!(cause_no_instances))
    }
}
