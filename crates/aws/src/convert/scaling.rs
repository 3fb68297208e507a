//! Auto Scaling groups, policies, activities and alarms.

use aws_sdk_autoscaling::types;

use super::{given, perhaps, timestamp};
use ec_site_tutor_core::account::resources::{
    Activity, Alarm, AutoScalingGroup, Member, MixedInstances, ScalingPolicy, TemplateOverride, TemplateReference,
};

pub fn auto_scaling_group(group: &types::AutoScalingGroup) -> AutoScalingGroup {
    let mixed = || group.mixed_instances_policy()?.launch_template()?.launch_template_specification();
    let template = group.launch_template().or_else(mixed);
    let sources = group.traffic_sources().iter().filter(|source| source.r#type().is_none_or(|kind| kind == "elbv2"));
    let mut target_groups: Vec<String> = group.target_group_arns().to_vec();
    target_groups.extend(sources.filter_map(|source| perhaps(source.identifier())));
    target_groups.sort();
    target_groups.dedup();
    AutoScalingGroup {
        name: given(group.auto_scaling_group_name()),
        template: template.map(reference),
        desired: group.desired_capacity().unwrap_or_default(),
        min: group.min_size().unwrap_or_default(),
        max: group.max_size().unwrap_or_default(),
        subnets: group
            .vpc_zone_identifier()
            .unwrap_or_default()
            .split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .map(str::to_owned)
            .collect(),
        target_groups,
        instances: group.instances().iter().map(member).collect(),
        status: perhaps(group.status()),
        suspended: group.suspended_processes().iter().filter_map(|process| perhaps(process.process_name())).collect(),
        health_check_type: given(group.health_check_type()),
        grace_period: group.health_check_grace_period(),
        created_at: group.created_time().and_then(timestamp),
        mixed_instances: group.mixed_instances_policy().map(mixed_instances),
        deletion_protection: group.deletion_protection().map(|protection| protection.as_str().to_owned()),
    }
}

fn reference(template: &types::LaunchTemplateSpecification) -> TemplateReference {
    TemplateReference {
        id: perhaps(template.launch_template_id()),
        name: perhaps(template.launch_template_name()),
        version: perhaps(template.version()),
    }
}

fn mixed_instances(policy: &types::MixedInstancesPolicy) -> MixedInstances {
    let distribution = policy.instances_distribution();
    MixedInstances {
        overrides: policy
            .launch_template()
            .map(|template| template.overrides())
            .unwrap_or_default()
            .iter()
            .map(instead)
            .collect(),
        on_demand_base: distribution.and_then(|distribution| distribution.on_demand_base_capacity()),
        on_demand_percentage: distribution
            .and_then(|distribution| distribution.on_demand_percentage_above_base_capacity()),
    }
}

fn instead(other: &types::LaunchTemplateOverrides) -> TemplateOverride {
    TemplateOverride {
        instance_type: perhaps(other.instance_type()),
        image: perhaps(other.image_id()),
        template: other.launch_template_specification().map(reference),
        by_requirements: other.instance_requirements().is_some(),
    }
}

fn member(instance: &types::Instance) -> Member {
    Member {
        id: given(instance.instance_id()),
        zone: given(instance.availability_zone()),
        lifecycle: given(instance.lifecycle_state().map(|state| state.as_str())).into(),
        health: given(instance.health_status()).into(),
        version: instance.launch_template().and_then(|template| perhaps(template.version())),
        template: instance.launch_template().and_then(|template| perhaps(template.launch_template_id())),
        instance_type: perhaps(instance.instance_type()),
    }
}

pub fn scaling_policy(policy: &types::ScalingPolicy) -> ScalingPolicy {
    let tracking = policy.target_tracking_configuration();
    let metric = tracking.and_then(|tracking| tracking.predefined_metric_specification());
    ScalingPolicy {
        name: given(policy.policy_name()),
        kind: given(policy.policy_type()),
        // AWS leaves it out where a policy was never switched off.
        enabled: policy.enabled() != Some(false),
        metric: metric.and_then(|metric| metric.predefined_metric_type()).map(|kind| kind.as_str().to_owned()),
        resource_label: metric.and_then(|metric| perhaps(metric.resource_label())),
        target_value: tracking.and_then(|tracking| tracking.target_value()),
        disable_scale_in: tracking.and_then(|tracking| tracking.disable_scale_in()) == Some(true),
        alarms: policy.alarms().iter().filter_map(|alarm| perhaps(alarm.alarm_name())).collect(),
    }
}

pub fn activity(activity: &types::Activity) -> Activity {
    Activity {
        id: given(activity.activity_id()),
        description: perhaps(activity.description()),
        cause: given(activity.cause()),
        status: given(activity.status_code().map(|status| status.as_str())).into(),
        status_message: perhaps(activity.status_message()),
        started_at: activity.start_time().and_then(timestamp),
        ended_at: activity.end_time().and_then(timestamp),
    }
}

pub fn alarm(alarm: &aws_sdk_cloudwatch::types::MetricAlarm) -> Alarm {
    Alarm {
        name: given(alarm.alarm_name()),
        state: given(alarm.state_value().map(|state| state.as_str())).into(),
        state_reason: perhaps(alarm.state_reason()),
        state_since: alarm.state_updated_timestamp().and_then(timestamp),
        comparison: alarm.comparison_operator().map(|operator| operator.as_str().to_owned()),
        threshold: alarm.threshold(),
        evaluation_periods: alarm.evaluation_periods(),
        period: alarm.period(),
        actions_enabled: alarm.actions_enabled(),
        configured_at: alarm.alarm_configuration_updated_timestamp().and_then(timestamp),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TARGET_GROUP: &str = "arn:aws:elasticloadbalancing:us-east-1:418602573914:targetgroup/web/73e2d6bc24d8a067";

    fn specification(name: &str) -> types::LaunchTemplateSpecification {
        types::LaunchTemplateSpecification::builder().launch_template_name(name).version("$Latest").build()
    }

    fn source(kind: Option<&str>, identifier: &str) -> types::TrafficSourceIdentifier {
        types::TrafficSourceIdentifier::builder().identifier(identifier).set_type(kind.map(str::to_owned)).build()
    }

    #[test]
    fn a_template_within_a_mixed_instances_policy_is_the_groups() {
        let template = types::LaunchTemplate::builder().launch_template_specification(specification("web")).build();
        let policy = types::MixedInstancesPolicy::builder().launch_template(template).build();
        let group = types::AutoScalingGroup::builder().mixed_instances_policy(policy).build();
        let expected = TemplateReference { id: None, name: Some("web".into()), version: Some("$Latest".into()) };
        assert_eq!(auto_scaling_group(&group).template, Some(expected));
    }

    #[test]
    fn target_groups_come_from_arns_and_from_traffic_sources_each_once() {
        let group = types::AutoScalingGroup::builder()
            .target_group_arns(TARGET_GROUP)
            .traffic_sources(source(Some("elbv2"), TARGET_GROUP))
            .traffic_sources(source(None, "arn:another"))
            .traffic_sources(source(Some("vpc-lattice"), "arn:lattice"))
            .build();
        assert_eq!(auto_scaling_group(&group).target_groups, ["arn:another", TARGET_GROUP]);
        let alone = types::AutoScalingGroup::builder().traffic_sources(source(Some("elbv2"), TARGET_GROUP)).build();
        assert_eq!(auto_scaling_group(&alone).target_groups, [TARGET_GROUP]);
    }

    #[test]
    fn subnets_stand_in_one_text() {
        let group = types::AutoScalingGroup::builder().vpc_zone_identifier("subnet-a, subnet-b,").build();
        assert_eq!(auto_scaling_group(&group).subnets, ["subnet-a", "subnet-b"]);
    }

    #[test]
    fn an_alarm_tells_whether_it_does_anything() {
        for told in [None, Some(true), Some(false)] {
            let found = aws_sdk_cloudwatch::types::MetricAlarm::builder().set_actions_enabled(told).build();
            assert_eq!(alarm(&found).actions_enabled, told);
        }
    }

    #[test]
    fn a_policy_acts_unless_aws_says_otherwise() {
        for (told, acts) in [(None, true), (Some(true), true), (Some(false), false)] {
            let policy = types::ScalingPolicy::builder().set_enabled(told).build();
            assert_eq!(scaling_policy(&policy).enabled, acts, "{told:?}");
        }
    }
}
