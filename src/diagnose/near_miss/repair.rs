//! How a near miss is mended: a tag is changed, everything else must be made anew under the right name.

use super::sighting::Sighting;
use super::uses::uses;
use super::words::label;
use crate::account::Snapshot;
use crate::diagnose::{Means, Repair};
use crate::i18n::Text;
use crate::msg;
use crate::verify::{ResourceKind, Wanted};

/// How the wanted thing comes to be, given that `sighting` was made instead. `vpc` is the id of the VPC for it.
pub fn repair(wanted: &Wanted, vpc: Option<&str>, sighting: &Sighting<'_>, snapshot: &Snapshot) -> Vec<Repair> {
    let candidate = &sighting.candidate;
    let in_place = candidate.gone.is_none() && !sighting.elsewhere;
    if let (true, true, Some(id)) = (in_place, wanted.kind.is_named_by_tag(), candidate.id) {
        return rename(id, &wanted.name);
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

fn console(text: Text) -> Repair {
    Repair { means: Means::Console, text }
}

fn rename(id: &str, name: &str) -> Vec<Repair> {
    let command = format!("aws ec2 create-tags --resources {} --tags Key=Name,Value={}", quoted(id), quoted(name));
    vec![
        console(msg!(near_rename_tag, id = id, name = name)),
        Repair { means: Means::Cli, text: Text::verbatim(command) },
    ]
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
    let name = quoted(&wanted.name);
    let candidate = &sighting.candidate;
    Some(Text::verbatim(match wanted.kind {
        ResourceKind::SecurityGroup => {
            let description = quoted(candidate.description.unwrap_or(&wanted.name));
            let vpc = quoted(vpc?);
            format!("aws ec2 create-security-group --group-name {name} --description {description} --vpc-id {vpc}")
        }
        ResourceKind::Image if candidate.gone.is_none() => {
            let (id, region) = (quoted(candidate.id?), quoted(snapshot.region.as_deref()?));
            format!(
                "aws ec2 copy-image --source-image-id {id} --source-region {region} --region {region} --name {name}"
            )
        }
        _ => return None,
    }))
}

/// An argument as a POSIX shell takes it.
fn quoted(argument: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.:/".contains(letter);
    if !argument.is_empty() && argument.chars().all(plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn arguments_reach_the_command_as_they_are() {
        assert_eq!(quoted("ec-site-web"), "ec-site-web");
        assert_eq!(quoted("for ec-site ALB"), "'for ec-site ALB'");
        assert_eq!(quoted("it's; $(rm)"), r"'it'\''s; $(rm)'");
        assert_eq!(quoted(""), "''");
    }
}
