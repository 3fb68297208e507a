//! Instances, images, launch templates, instance profiles.

use aws_sdk_ec2::operation::get_console_output::GetConsoleOutputOutput;
use aws_sdk_ec2::types;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;

use super::{given, name_tag, perhaps, tag, timestamp};
use ec_site_tutor_core::account::resources::{
    BootLog, Image, ImageSnapshot, Instance, InstanceProfile, LaunchTemplate, ListedTemplate, TemplateInterface,
};

pub fn instance(instance: &types::Instance) -> Instance {
    Instance {
        id: given(instance.instance_id()),
        name: name_tag(instance.tags()),
        state: given(instance.state().and_then(|state| state.name()).map(|name| name.as_str())).into(),
        vpc: perhaps(instance.vpc_id()).filter(|id| !id.is_empty()),
        subnet: perhaps(instance.subnet_id()).filter(|id| !id.is_empty()),
        zone: instance.placement().and_then(|placement| perhaps(placement.availability_zone())),
        security_groups: instance.security_groups().iter().filter_map(|group| perhaps(group.group_id())).collect(),
        instance_profile: instance.iam_instance_profile().and_then(|profile| perhaps(profile.arn())),
        asg: tag(instance.tags(), "aws:autoscaling:groupName"),
        launched_at: instance.launch_time().and_then(timestamp),
        state_since: instance.state_transition_reason().and_then(transition),
        instance_type: instance.instance_type().map(|kind| kind.as_str().to_owned()),
        public_ip: perhaps(instance.public_ip_address()).filter(|address| !address.is_empty()),
        image: perhaps(instance.image_id()).filter(|id| !id.is_empty()),
        market: instance.instance_lifecycle().map(|lifecycle| lifecycle.as_str().to_owned()),
        metadata: instance
            .metadata_options()
            .and_then(|options| options.http_endpoint())
            .map(|endpoint| endpoint.as_str().to_owned()),
    }
}

/// The instant in the reason of a change that somebody asked for, `User initiated (2026-01-31 23:59:59 GMT)`:
/// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html>
fn transition(reason: &str) -> Option<Timestamp> {
    let (_, rest) = reason.split_once('(')?;
    let written = rest.strip_suffix(" GMT)").or(rest.strip_suffix(" UTC)"))?;
    format!("{}Z", written.replacen(' ', "T", 1)).parse().ok()
}

/// AWS sends it in base64; what isn't UTF-8 in it stays recognisable. None yet is an empty text.
pub fn boot_log(output: &GetConsoleOutputOutput) -> BootLog {
    let encoded: String = output.output().unwrap_or_default().split_whitespace().collect();
    let bytes = STANDARD.decode(encoded).unwrap_or_default();
    BootLog { text: String::from_utf8_lossy(&bytes).into_owned(), at: output.timestamp().and_then(timestamp) }
}

pub fn instance_profile(profile: &aws_sdk_iam::types::InstanceProfile) -> InstanceProfile {
    InstanceProfile {
        name: profile.instance_profile_name().to_owned(),
        arn: profile.arn().to_owned(),
        roles: profile.roles().iter().map(|role| role.role_name().to_owned()).collect(),
    }
}

pub fn listed_template(template: &types::LaunchTemplate) -> ListedTemplate {
    let (id, name) = (given(template.launch_template_id()), given(template.launch_template_name()));
    ListedTemplate { id, name, image: None }
}

/// The id of a launch template with the image of one of its versions.
pub fn template_image(version: &types::LaunchTemplateVersion) -> (String, Option<String>) {
    let data = version.launch_template_data();
    (given(version.launch_template_id()), data.and_then(|data| perhaps(data.image_id())))
}

pub fn image(image: &types::Image) -> Image {
    let snapshots = image.block_device_mappings().iter().filter_map(|mapping| perhaps(mapping.ebs()?.snapshot_id()));
    Image {
        id: given(image.image_id()),
        image_name: given(image.name()),
        name: name_tag(image.tags()),
        description: perhaps(image.description()),
        state: given(image.state().map(|state| state.as_str())).into(),
        owner: perhaps(image.owner_id()),
        source_instance: perhaps(image.source_instance_id()).filter(|id| !id.is_empty()),
        snapshots: snapshots.filter(|id| !id.is_empty()).collect(),
        created_at: image.creation_date().and_then(|date| date.parse::<Timestamp>().ok()),
        state_reason: image.state_reason().and_then(|reason| perhaps(reason.message())),
        deregistration_protection: perhaps(image.deregistration_protection()),
    }
}

pub fn image_snapshot(snapshot: &types::Snapshot) -> ImageSnapshot {
    ImageSnapshot {
        id: given(snapshot.snapshot_id()),
        state: given(snapshot.state().map(|state| state.as_str())).into(),
        progress: snapshot.progress().and_then(|progress| progress.trim_end_matches('%').parse().ok()),
    }
}

/// The template with its latest version, from the answer for `$Latest` and `$Default`.
pub fn launch_template(versions: &[types::LaunchTemplateVersion]) -> Option<LaunchTemplate> {
    let latest = versions.iter().max_by_key(|version| version.version_number())?;
    let default = versions.iter().find(|version| version.default_version() == Some(true)).unwrap_or(latest);
    let data = latest.launch_template_data()?;
    let profile = data.iam_instance_profile();
    let tags = data
        .tag_specifications()
        .iter()
        .filter(|specification| specification.resource_type().is_some_and(|kind| kind.as_str() == "instance"));
    Some(LaunchTemplate {
        id: given(latest.launch_template_id()),
        name: given(latest.launch_template_name()),
        latest_version: latest.version_number().unwrap_or_default(),
        default_version: default.version_number().unwrap_or_default(),
        description: perhaps(latest.version_description()),
        image: perhaps(data.image_id()),
        instance_type: data.instance_type().map(|kind| kind.as_str().to_owned()),
        key_name: perhaps(data.key_name()).filter(|key| !key.is_empty()),
        security_groups: data.security_group_ids().to_vec(),
        security_group_names: data.security_groups().to_vec(),
        interfaces: data.network_interfaces().iter().map(interface).collect(),
        profile_name: profile.and_then(|profile| perhaps(profile.name())),
        profile_arn: profile.and_then(|profile| perhaps(profile.arn())),
        instance_tags: tags
            .flat_map(|specification| specification.tags())
            .map(|tag| (given(tag.key()), given(tag.value())))
            .collect(),
        user_data: perhaps(data.user_data()),
        metadata: data
            .metadata_options()
            .and_then(|options| options.http_endpoint())
            .map(|endpoint| endpoint.as_str().to_owned()),
    })
}

fn interface(interface: &types::LaunchTemplateInstanceNetworkInterfaceSpecification) -> TemplateInterface {
    TemplateInterface {
        device_index: interface.device_index(),
        security_groups: interface.groups().to_vec(),
        subnet: perhaps(interface.subnet_id()),
        public_ip: interface.associate_public_ip_address(),
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_ec2::types::{
        LaunchTemplateTagSpecification, LaunchTemplateVersion, ResourceType, ResponseLaunchTemplateData, Tag,
    };

    use super::*;

    fn version(number: i64, data: ResponseLaunchTemplateData) -> LaunchTemplateVersion {
        LaunchTemplateVersion::builder()
            .version_number(number)
            .default_version(number == 1)
            .launch_template_data(data)
            .build()
    }

    fn tags(kind: ResourceType, value: &str) -> LaunchTemplateTagSpecification {
        let tag = Tag::builder().key("Name").value(value).build();
        LaunchTemplateTagSpecification::builder().resource_type(kind).tags(tag).build()
    }

    #[test]
    fn the_latest_version_is_read_in_whatever_order_aws_answers() {
        let data = |image: &str| ResponseLaunchTemplateData::builder().image_id(image).build();
        for newest_first in [true, false] {
            let mut versions = vec![version(1, data("old")), version(3, data("new"))];
            if newest_first {
                versions.reverse();
            }
            let read = launch_template(&versions).unwrap();
            assert_eq!((read.image.as_deref(), read.latest_version, read.default_version), (Some("new"), 3, 1));
        }
    }

    #[test]
    fn only_the_tags_of_instances_count() {
        let data = ResponseLaunchTemplateData::builder()
            .tag_specifications(tags(ResourceType::Volume, "disk"))
            .tag_specifications(tags(ResourceType::Instance, "web"))
            .build();
        let read = launch_template(&[version(1, data)]).unwrap();
        assert_eq!(read.instance_tags, [("Name".to_owned(), "web".to_owned())]);
    }
}
