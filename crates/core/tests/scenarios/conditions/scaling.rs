//! The group, its targets, its policy.

use ec_site_tutor_core::verify::CauseId;
use serde_json::Value;

use super::view::{View, lab, text, texts};

/// So many busy minutes in a row make the alarm go off.
const BUSY: usize = 3;

/// How many one-minute points in a row were above the lesson's target at most.
fn busy_minutes(view: &View) -> usize {
    let target: f64 = lab("target_value").parse().unwrap();
    let second = |point: &Value| text(point, "at").parse::<jiff::Timestamp>().unwrap().as_second();
    let points = view.list("request_counts").into_iter();
    let mut busy: Vec<i64> = points.filter(|point| point["count"].as_f64() > Some(target)).map(second).collect();
    busy.sort_unstable();
    busy.chunk_by(|one, next| next - one <= 60).map(<[i64]>::len).max().unwrap_or(0)
}

fn policy<'a>(view: &View<'a>) -> &'a Value {
    view.named("scaling_policies", "name", "policy").unwrap_or(&Value::Null)
}

/// The newest launch of the group.
fn newest_launch<'a>(view: &View<'a>) -> Option<&'a Value> {
    let launches = view.list("activities").into_iter().filter(|one| text(one, "description").starts_with("Launching"));
    launches.max_by_key(|launch| text(launch, "started_at"))
}

fn has_scaled_out(view: &View) -> bool {
    let by_policy = format!("triggered policy {} ", lab("policy").to_lowercase());
    view.history_says(&["launching", "alarmhigh", &by_policy])
}

/// Whether the condition of a cause in the group or its policy holds; none where it is no such cause.
pub fn holds(cause: CauseId, view: &View) -> Option<bool> {
    let group = view.group().unwrap_or(&Value::Null);
    let size = |field: &str| group[field].as_i64().unwrap_or_default();
    let lesson = |value: &str| lab(value).parse::<i64>().unwrap();
    let members = group["instances"].as_array().map(Vec::as_slice).unwrap_or_default();
    let targets = view.targets();
    let is_target = |id: &str| targets.iter().any(|target| text(target, "target") == id);
    let health = view.target_group().unwrap_or(&Value::Null);
    let alarms = view.list("alarms");
    let failed = newest_launch(view).is_some_and(|launch| matches!(text(launch, "status"), "Failed" | "Cancelled"));
    Some(match cause {
        CauseId::TargetByHand => targets.iter().any(|target| {
            let id = text(target, "target");
            let is_member = members.iter().any(|member| text(member, "id") == id);
            !is_member && !view.members().iter().any(|member| text(member, "id") == id)
        }),
        CauseId::TargetTimeout => view.has_reason("Target.Timeout"),
        CauseId::HealthCheckCode => view.has_reason("Target.ResponseCodeMismatch"),
        CauseId::HealthCheckPath => {
            let port = health["port"].to_string();
            let asked = health["health_port"].as_str().unwrap_or("traffic-port");
            (asked != "traffic-port" && asked != port)
                || health["health_protocol"].as_str().is_some_and(|protocol| protocol != "HTTP")
                || health["health_path"].as_str().is_some_and(|path| path != "/")
        }
        CauseId::AsgWrongSubnets => {
            let named = [lab("private_subnet_a"), lab("private_subnet_c")];
            let subnets = view.list("subnets");
            let mut found = texts(group, "subnets");
            let own = subnets.iter().filter(|subnet| named.contains(&text(subnet, "name")));
            let mut wanted: Vec<&str> = own.map(|subnet| text(subnet, "id")).collect();
            found.sort_unstable();
            wanted.sort_unstable();
            found != wanted
        }
        CauseId::AsgWrongSize => {
            size("min") != lesson("min")
                || size("max") != lesson("max")
                || !(lesson("min")..=lesson("max")).contains(&size("desired"))
        }
        CauseId::AsgOverride => !group["mixed_instances"].is_null(),
        CauseId::ScaleInNoPoints => {
            let newest = view.list("request_counts").into_iter().map(|point| text(point, "at")).max();
            size("desired") > size("min") && newest.is_none_or(|newest| newest < text(view.0, "taken_at"))
        }
        CauseId::LaunchFailed
        | CauseId::LaunchAccount
        | CauseId::LaunchPropagating
        | CauseId::LaunchKms
        | CauseId::LaunchAddresses
        | CauseId::LaunchSpot
        | CauseId::LaunchDisk => failed,
        CauseId::LifecycleHook => {
            failed
                || members.iter().any(|member| text(member, "lifecycle").contains(":Wait"))
                || view.history_says(&["lifecycle"])
        }
        CauseId::TargetInternalError => view.has_reason("Elb.InternalError"),
        CauseId::HealthCheckOff => view.has_reason("Target.HealthCheckDisabled"),
        CauseId::MemberStandby => members.iter().any(|member| text(member, "lifecycle").contains("Standby")),
        CauseId::MemberDetached => members.iter().any(|member| text(member, "lifecycle").starts_with("Detach")),
        CauseId::MemberWarm => members.iter().any(|member| text(member, "lifecycle").starts_with("Warmed:")),
        CauseId::MemberUnhealthy => members.iter().any(|member| text(member, "health") != "Healthy"),
        CauseId::ReplacementLoop => {
            let removed = view.list("activities");
            removed.iter().filter(|one| text(one, "cause").contains("taken out of service in response to a")).count()
                >= 2
        }
        CauseId::TargetsNotRegistered => {
            members.iter().any(|member| text(member, "lifecycle") == "InService" && !is_target(text(member, "id")))
        }
        CauseId::ScheduledAction => view.history_says(&["a scheduled action"]),
        CauseId::AlarmActionsOff => alarms.iter().any(|alarm| alarm["actions_enabled"] == false),
        CauseId::ScaleOutUnexplained => busy_minutes(view) >= BUSY && !has_scaled_out(view),
        CauseId::NoInstances => {
            size("desired") < 1 || !members.iter().any(|member| text(member, "lifecycle") == "InService")
        }
        CauseId::ProcessesSuspended => !texts(group, "suspended").is_empty(),
        CauseId::StoppedGroupMember => {
            let stopped = |member: &&Value| matches!(text(member, "state"), "stopped" | "stopping");
            view.members().iter().any(stopped) || view.history_says(&["terminated or stopped"])
        }
        CauseId::PolicyInactive => {
            policy(view)["enabled"] != true
                || text(policy(view), "kind") != "TargetTrackingScaling"
                || !texts(group, "suspended").is_empty()
        }
        CauseId::PolicyOtherTarget => {
            let part =
                |arn: &str, mark: &str| arn.rsplit_once(mark).map(|(_, rest)| rest.to_owned()).unwrap_or_default();
            let alb = part(view.alb().map_or("", |alb| text(alb, "arn")), ":loadbalancer/");
            let tg = part(text(health, "arn"), ":");
            text(policy(view), "resource_label") != format!("{alb}/{tg}")
        }
        CauseId::PolicyWrongMetric => text(policy(view), "metric") != "ALBRequestCountPerTarget",
        CauseId::PolicyWrongTargetValue => policy(view)["target_value"].as_f64() != lab("target_value").parse().ok(),
        CauseId::PolicyNoScaleIn => policy(view)["disable_scale_in"] == true,
        CauseId::AlarmsMissing => {
            let named = texts(policy(view), "alarms");
            let is_there = |name: &&str| alarms.iter().any(|alarm| text(alarm, "name") == *name);
            let side = |side: &str| named.iter().filter(|name| name.contains(side)).any(is_there);
            !(side("AlarmHigh") && side("AlarmLow"))
        }
        CauseId::AlarmsNoData => {
            let silent = alarms.iter().any(|alarm| text(alarm, "state") == "INSUFFICIENT_DATA");
            silent && view.list("request_counts").iter().all(|point| point["count"].as_f64() <= Some(0.0))
        }
        CauseId::LoadTooSmall => busy_minutes(view) < BUSY && !has_scaled_out(view),
        CauseId::AtMaxCapacity => size("desired") >= size("max"),
        CauseId::ChangedByHand => {
            busy_minutes(view) < BUSY && (view.history_says(&["a user request"]) && !has_scaled_out(view))
        }
        CauseId::Unexplained => true,
        _ => return None,
    })
}
