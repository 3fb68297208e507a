//! The activity history of the Auto Scaling group, in which AWS says why it did what.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::{CauseId, Doing, Facts, Kind, Number, Stop, Verdict, Wait};
use crate::account::Need;
use crate::account::resources::{Activity, Alarm, LaunchStage, RequestCount};
use crate::aws_words::{ActivityCause, AlarmSide, Refusal, launch_words};
use crate::i18n::Text;
use crate::msg;

/// A pause in the load from which on it counts as another load.
const LONGEST_GAP: SignedDuration = SignedDuration::from_mins(2);

fn is_launch(activity: &Activity) -> bool {
    activity.description.as_deref().is_some_and(|description| description.starts_with("Launching"))
}

/// The newest launch, where it failed.
#[must_use]
pub fn failed_launch(activities: &[Activity]) -> Option<&Activity> {
    refusals_in_a_row(activities).first().copied()
}

/// The launches that failed since the last one that didn't, the newest first.
#[must_use]
pub fn refusals_in_a_row(activities: &[Activity]) -> Vec<&Activity> {
    let has_failed = |activity: &&Activity| activity.status.is_failed();
    let is_told = |activity: &&Activity| !is_called_off(activity);
    launches(activities).into_iter().filter(is_told).take_while(has_failed).collect()
}

/// Whether a launch was cancelled without a word: the group didn't want it any more, and AWS refused nothing.
fn is_called_off(activity: &Activity) -> bool {
    activity.status.of_launch() == LaunchStage::Cancelled && launch_words(activity) == activity.status.as_str()
}

/// The newest launch, where a lifecycle hook holds its instance.
pub fn held_launch(activities: &[Activity]) -> Option<&Activity> {
    launches(activities).first().copied().filter(|launch| launch.status.of_launch() == LaunchStage::Held)
}

/// The newest launch, where AWS still works on it.
pub fn newest_launch_under_way(activities: &[Activity]) -> Option<&Activity> {
    launches(activities).first().copied().filter(|launch| launch.status.is_under_way())
}

/// What is under way with the instance of this id.
pub fn under_way_for<'a>(id: &str, activities: &'a [Activity]) -> Option<&'a Activity> {
    let names = |activity: &&Activity| activity.description.as_deref().is_some_and(|words| words.contains(id));
    let mut found: Vec<&Activity> =
        activities.iter().filter(|activity| activity.status.is_under_way()).filter(names).collect();
    found.sort_by_key(|activity| std::cmp::Reverse(activity.started_at));
    found.first().copied()
}

/// Whether an instance did start: it is in service, a lifecycle hook holds it, or one gave it up.
fn has_started(launch: &Activity) -> bool {
    match launch.status.of_launch() {
        LaunchStage::Launched | LaunchStage::Held => true,
        LaunchStage::Failed | LaunchStage::Cancelled => Refusal::of(launch_words(launch)) == Refusal::Hook,
        LaunchStage::Starting => false,
    }
}

/// The verdict on a launch that failed: what AWS says of it, and what that means.
#[must_use]
pub fn refused(failed: &Activity) -> Verdict {
    let words = launch_words(failed);
    let refusal = Refusal::of(words);
    Verdict::failed(msg!(launch_refused, words = words), refusal.fix()).because(refusal.id(), refusal.text())
}

/// The launches, the newest first. AWS lists them so, but nothing here rests on that.
fn launches(activities: &[Activity]) -> Vec<&Activity> {
    let mut launches: Vec<&Activity> = activities.iter().filter(|activity| is_launch(activity)).collect();
    launches.sort_by_key(|activity| std::cmp::Reverse(activity.started_at));
    launches
}

/// Whether the policy, and not a person, had an instance launched: the cause names its alarm and itself.
#[must_use]
pub fn is_scale_out(activity: &Activity, policy: &str) -> bool {
    let is_asked = |cause: ActivityCause| matches!(cause, ActivityCause::Alarm { alarm, policy: named, .. } if named == policy && AlarmSide::of(&alarm) == Some(AlarmSide::High));
    is_launch(activity) && ActivityCause::all(&activity.cause).into_iter().any(is_asked)
}

/// Whether an alarm of a policy had the group change its size, whatever the policy is called.
#[must_use]
pub fn is_resized_by_policy(activity: &Activity) -> bool {
    ActivityCause::all(&activity.cause).into_iter().any(|cause| matches!(cause, ActivityCause::Alarm { .. }))
}

/// Whether a person raised the desired capacity; the group's own creation raises it from 0.
fn is_by_hand(activity: &Activity) -> bool {
    let is_raise = |cause: ActivityCause| match cause {
        ActivityCause::ByHand { change } | ActivityCause::Executed { change, .. } => {
            change.is_some_and(|(before, _)| before > 0)
        }
        _ => false,
    };
    is_launch(activity) && ActivityCause::all(&activity.cause).into_iter().any(is_raise)
}

/// Whether an alarm is the one that has a policy with these alarms scale out.
#[must_use]
pub fn is_high(alarm: &Alarm, of_policy: &[String]) -> bool {
    of_policy.contains(&alarm.name) && AlarmSide::of(&alarm.name) == Some(AlarmSide::High)
}

/// Whether an alarm is the one that has a policy with these alarms scale in.
#[must_use]
pub fn is_low(alarm: &Alarm, of_policy: &[String]) -> bool {
    of_policy.contains(&alarm.name) && AlarmSide::of(&alarm.name) == Some(AlarmSide::Low)
}

/// Whether it is the alarm that has the policy scale out, and does nothing when it goes off.
#[must_use]
pub fn is_mute_high(alarm: &Alarm, of_policy: &[String]) -> bool {
    is_high(alarm, of_policy) && alarm.actions_enabled == Some(false)
}

/// The most one-minute points in a row above `value`.
#[must_use]
pub fn longest_run(counts: &[RequestCount], value: f64) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, None);
    let mut counts: Vec<&RequestCount> = counts.iter().collect();
    counts.sort_by_key(|point| point.at);
    for point in counts {
        let follows = last.is_some_and(|last| point.at.duration_since(last).as_secs() <= 60);
        run = if point.count <= value {
            0
        } else if follows {
            run + 1
        } else {
            1
        };
        longest = longest.max(run);
        last = Some(point.at);
    }
    longest
}

/// The policy had an instance launched.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleOut {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the target group.
    pub target_group: String,
    /// Requests per target and minute above which the policy acts.
    pub value: Number,
}

impl Kind for ScaleOut {
    fn needs(&self) -> Vec<Need> {
        vec![
            Need::AutoScalingGroups,
            Need::ActivitiesOf(self.asg.clone()),
            Need::ScalingPoliciesOf(self.asg.clone()),
            Need::AlarmsOf(self.asg.clone()),
            Need::RequestCounts { alb: self.alb.clone(), target_group: self.target_group.clone() },
        ]
    }

    fn expected(&self) -> Text {
        msg!(scale_out_expected, policy = &self.policy)
    }

    fn why(&self) -> Text {
        msg!(scale_out_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        facts.auto_scaling_group(&self.asg)?;
        let activities = facts.snapshot.activities.seen()?;
        let by_policy: Vec<&Activity> =
            activities.iter().filter(|activity| is_scale_out(activity, &self.policy)).collect();
        let is_launched = |activity: &&&Activity| activity.status.of_launch() == LaunchStage::Launched;
        if let Some(done) = by_policy.iter().find(is_launched) {
            return Ok(Verdict::passed(Text::verbatim(&done.cause)));
        }
        if let Some(held) = by_policy.iter().find(|activity| has_started(activity)) {
            let fix = Some(msg!(scale_out_held, words = launch_words(held)));
            return Ok(Verdict { fix, ..Verdict::passed(Text::verbatim(&held.cause)) });
        }
        if let Some(launching) = by_policy.iter().find(|activity| activity.status.is_under_way()) {
            let wait = Wait::new(Doing::StartingInstance, launching.started_at);
            return Ok(Verdict::waiting(wait, Text::verbatim(&launching.cause), msg!(scale_out_launching_fix)));
        }
        if let Some(failed) = by_policy.iter().find(|activity| !is_called_off(activity)) {
            return Ok(refused(failed));
        }
        if !by_policy.is_empty() {
            return Ok(Verdict::failed(msg!(launch_called_off), msg!(scale_out_unexplained_fix))
                .because(CauseId::LaunchFailed, msg!(cause_launch_called_off)));
        }
        self.without_scale_out(facts, activities)
    }
}

impl ScaleOut {
    fn without_scale_out(&self, facts: &Facts<'_>, activities: &[Activity]) -> Result<Verdict, Stop> {
        let policy = facts.scaling_policy(&self.asg, &self.policy)?;
        let actual = msg!(scale_out_none);
        let alarms = facts.snapshot.alarms.seen()?;
        let ringing = alarms.iter().find(|alarm| is_high(alarm, &policy.alarms) && alarm.state.is_ringing());
        if let Some(mute) = alarms.iter().find(|alarm| is_mute_high(alarm, &policy.alarms)) {
            return Ok(Verdict::failed(
                msg!(scale_out_actions_off, alarm = &mute.name),
                msg!(scale_out_actions_off_fix, alarm = &mute.name),
            )
            .because(CauseId::AlarmActionsOff, msg!(cause_alarm_actions_off)));
        }
        let group = facts.auto_scaling_group(&self.asg)?;
        if ringing.is_some() && group.desired >= group.max {
            return Ok(Verdict::failed(msg!(scale_out_at_max, max = group.max), msg!(scale_out_at_max_fix))
                .because(CauseId::AtMaxCapacity, msg!(cause_at_max_capacity)));
        }
        let load = self.recent_load(facts)?;
        if ringing.is_some() || load.is_some() {
            let since = load.or(ringing.and_then(|alarm| alarm.state_since));
            return Ok(Verdict::waiting(Wait::new(Doing::ScalingOut, since), actual, msg!(scale_out_wait_fix)));
        }
        if let Some(by_hand) = activities.iter().find(|activity| is_by_hand(activity)) {
            return Ok(Verdict::failed(Text::verbatim(&by_hand.cause), msg!(scale_out_by_hand_fix))
                .because(CauseId::ChangedByHand, msg!(cause_changed_by_hand)));
        }
        Ok(Verdict::failed(actual, msg!(scale_out_fix)).because(CauseId::LoadTooSmall, msg!(cause_load_too_small)))
    }

    /// When the newest stretch of enough load began; none where the policy would have acted on all of it by now.
    fn recent_load(&self, facts: &Facts<'_>) -> Result<Option<Timestamp>, Stop> {
        let counts = facts.snapshot.request_counts.seen()?;
        let enough = counts.iter().filter(|point| point.count > f64::from(self.value.0));
        let mut minutes: Vec<Timestamp> = enough.map(|point| point.at).collect();
        minutes.sort();
        let newest = minutes.last().copied();
        if !facts.is_within(Doing::ScalingOut.usual().overdue_after, newest) {
            return Ok(None);
        }
        let unbroken = minutes.chunk_by(|one, next| next.duration_since(*one) <= LONGEST_GAP);
        Ok(unbroken.last().and_then(|stretch| stretch.first()).copied())
    }
}

/// Enough load reached the site: more requests per target and minute than the policy wants, or the policy's own answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Load {
    /// Name of the Auto Scaling group.
    pub asg: String,
    /// Name of the policy.
    pub policy: String,
    /// Name of the load balancer.
    pub alb: String,
    /// Name of the target group.
    pub target_group: String,
    /// Requests per target and minute that must be exceeded.
    pub value: Number,
}

impl Kind for Load {
    fn needs(&self) -> Vec<Need> {
        vec![
            Need::LoadBalancers,
            Need::TargetGroups,
            Need::AutoScalingGroups,
            Need::ActivitiesOf(self.asg.clone()),
            Need::RequestCounts { alb: self.alb.clone(), target_group: self.target_group.clone() },
        ]
    }

    fn expected(&self) -> Text {
        msg!(load_expected, value = self.value.0)
    }

    fn why(&self) -> Text {
        msg!(load_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        facts.load_balancer(&self.alb)?;
        facts.target_group(&self.target_group)?;
        // Either of the two proves it, so that one that can't be read takes nothing away from the other.
        let counts = facts.snapshot.request_counts.seen();
        let highest = counts.map(|counts| counts.iter().map(|point| point.count).fold(0.0, f64::max));
        if let Ok(highest) = highest
            && highest > f64::from(self.value.0)
        {
            return Ok(Verdict::passed(msg!(load_highest, count = highest)));
        }
        let activities = facts.snapshot.activities.seen();
        if let Some(proof) =
            activities.map(Vec::as_slice).unwrap_or_default().iter().find(|a| is_scale_out(a, &self.policy))
        {
            return Ok(Verdict::passed(Text::verbatim(&proof.cause)));
        }
        let (counts, highest) = (counts?, highest?);
        activities?;
        if highest <= 0.0 {
            return Ok(Verdict::not_begun(msg!(load_none), msg!(load_fix)));
        }
        let actual = msg!(load_highest, count = highest);
        let newest = counts.iter().filter(|point| point.count > 0.0).map(|point| point.at).max();
        if facts.is_within(Doing::CountingRequests.usual().overdue_after, newest) {
            return Ok(Verdict::waiting(Wait::new(Doing::CountingRequests, newest), actual, msg!(load_wait_fix)));
        }
        Ok(Verdict::failed(actual, msg!(load_fix)).because(CauseId::LoadTooSmall, msg!(cause_load_too_small)))
    }
}
