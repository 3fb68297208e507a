//! How a near miss is mended: a tag is changed, everything else must be made anew under the right name.

use super::sighting::Sighting;
use super::uses::uses;
use super::words::label;
use crate::account::Snapshot;
use crate::command::Command;
use crate::diagnose::repair::{Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{ResourceKind, Wanted};

/// How the wanted thing comes to be, given that `sighting` was made instead. `vpc` is the id of the VPC for it.
pub fn repair(wanted: &Wanted, vpc: Option<&str>, sighting: &Sighting<'_>, snapshot: &Snapshot) -> Vec<Repair> {
    let candidate = &sighting.candidate;
    let in_place = candidate.gone.is_none() && !sighting.elsewhere;
    if let (true, true, Some(id)) = (in_place, wanted.kind.is_named_by_tag(), candidate.id) {
        return rename(id, &wanted.name, snapshot);
    }
    if keeps_the_name(wanted, sighting) {
        return vec![console(msg!(near_anew_load_balancer_vpc, name = &wanted.name))];
    }
    let mut repair = vec![console(anew(wanted))];
    repair.extend(command(wanted, vpc, sighting, snapshot).map(|text| Repair { means: Means::Cli, text }));
    if candidate.gone.is_none() {
        let uses = uses(wanted.kind, candidate.key(), snapshot);
        if !uses.is_empty() {
            repair.push(console(msg!(near_uses, old = label(candidate), uses = Text::list(uses))));
        }
        repair.push(console(msg!(near_delete_old, old = label(candidate))));
    }
    repair
}

/// Whether the new one can't be made as long as the old one stands: no two load balancers of a region have one name
/// (<https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html>).
fn keeps_the_name(wanted: &Wanted, sighting: &Sighting<'_>) -> bool {
    let candidate = &sighting.candidate;
    let is_same = candidate.name == Some(wanted.name.as_str()) && candidate.gone.is_none();
    wanted.kind == ResourceKind::LoadBalancer && sighting.elsewhere && is_same
}

fn console(text: Text) -> Repair {
    Repair { means: Means::Console, text }
}

fn rename(id: &str, name: &str, snapshot: &Snapshot) -> Vec<Repair> {
    let command =
        Command::aws("ec2 create-tags").with("--resources", id).with("--tags", format!("Key=Name,Value={name}"));
    vec![
        console(msg!(near_rename_tag, id = id, name = name)),
        Repair { means: Means::Cli, text: Text::verbatim(in_region(command, snapshot).line()) },
    ]
}

/// The command for the region that was read.
fn in_region(command: Command, snapshot: &Snapshot) -> Command {
    match snapshot.region.as_deref() {
        Some(region) => command.with("--region", region),
        None => command,
    }
}

fn anew(wanted: &Wanted) -> Text {
    let name = &wanted.name;
    match wanted.kind {
        ResourceKind::Vpc => msg!(near_anew_vpc, name = name),
        ResourceKind::Subnet => msg!(near_anew_subnet, name = name),
        ResourceKind::SecurityGroup => msg!(near_anew_security_group, name = name),
        ResourceKind::Instance => msg!(near_anew_instance, name = name),
        ResourceKind::InstanceProfile => msg!(near_anew_instance_profile, name = name),
        ResourceKind::Image => msg!(near_anew_image, name = name),
        ResourceKind::LaunchTemplate => msg!(near_anew_launch_template, name = name),
        ResourceKind::AutoScalingGroup => msg!(near_anew_auto_scaling_group, name = name),
        ResourceKind::LoadBalancer => msg!(near_anew_load_balancer, name = name),
        ResourceKind::TargetGroup => msg!(near_anew_target_group, name = name),
        ResourceKind::ScalingPolicy => msg!(near_anew_scaling_policy, name = name),
    }
}

/// The command that makes it anew, where one command does.
fn command(wanted: &Wanted, vpc: Option<&str>, sighting: &Sighting<'_>, snapshot: &Snapshot) -> Option<Text> {
    let candidate = &sighting.candidate;
    let command = match wanted.kind {
        ResourceKind::SecurityGroup => Command::aws("ec2 create-security-group")
            .with("--group-name", &wanted.name)
            .with("--description", candidate.description.unwrap_or(&wanted.name))
            .with("--vpc-id", vpc?),
        ResourceKind::Image if candidate.gone.is_none() => Command::aws("ec2 copy-image")
            .with("--source-image-id", candidate.id?)
            .with("--source-region", snapshot.region.as_deref()?)
            .with("--name", &wanted.name),
        ResourceKind::Vpc
        | ResourceKind::Subnet
        | ResourceKind::Instance
        | ResourceKind::InstanceProfile
        | ResourceKind::Image
        | ResourceKind::LaunchTemplate
        | ResourceKind::AutoScalingGroup
        | ResourceKind::LoadBalancer
        | ResourceKind::TargetGroup
        | ResourceKind::ScalingPolicy => return None,
    };
    Some(Text::verbatim(in_region(command, snapshot).line()))
}
