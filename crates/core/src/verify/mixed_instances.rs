//! What a group's mixed instances policy launches in the place of what its template says.

use crate::account::resources::{
    AutoScalingGroup, LaunchTemplate, MixedInstances, TemplateOverride, TemplateReference,
};
use crate::i18n::Text;
use crate::msg;

/// `Version` of a group that takes each new version of its template.
pub const LATEST: &str = "$Latest";

/// Whether a group's reference means this template.
#[must_use]
pub fn is_same(reference: &TemplateReference, template: &LaunchTemplate) -> bool {
    match (&reference.id, &reference.name) {
        (Some(id), _) => *id == template.id,
        (None, Some(name)) => *name == template.name,
        (None, None) => false,
    }
}

/// The template as a group names it, with its version. AWS takes a missing version as the default one.
#[must_use]
pub fn written(reference: &TemplateReference) -> String {
    let name = reference.name.as_deref().or(reference.id.as_deref()).unwrap_or("-");
    format!("{name}, {}", reference.version.as_deref().unwrap_or("$Default"))
}

/// Everything that the group may launch otherwise than its template says, each once.
#[must_use]
pub fn differing(group: &AutoScalingGroup, template: &LaunchTemplate) -> Vec<Text> {
    let Some(mixed) = &group.mixed_instances else { return Vec::new() };
    let mut found: Vec<Text> = Vec::new();
    for text in mixed.overrides.iter().flat_map(|other| of_override(other, template)).chain(spot(mixed, group.max)) {
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

fn of_override(other: &TemplateOverride, template: &LaunchTemplate) -> Vec<Text> {
    let differs = |own: &Option<String>, said: &Option<String>| own.is_some() && own != said;
    let mut found = Vec::new();
    if let Some(reference) = &other.template
        && !(is_same(reference, template) && reference.version.as_deref() == Some(LATEST))
    {
        found.push(msg!(asg_override_template, found = written(reference)));
    }
    if let Some(kind) =
        other.instance_type.as_deref().filter(|_| differs(&other.instance_type, &template.instance_type))
    {
        found.push(msg!(asg_override_type, found = kind, wanted = template.instance_type.as_deref().unwrap_or("-")));
    }
    if let Some(image) = other.image.as_deref().filter(|_| differs(&other.image, &template.image)) {
        found.push(msg!(asg_override_image, found = image, wanted = template.image.as_deref().unwrap_or("-")));
    }
    if other.by_requirements {
        found.push(msg!(asg_override_requirements));
    }
    found
}

/// The share of spot instances, where the group can grow so large that some are.
fn spot(mixed: &MixedInstances, max: i32) -> Option<Text> {
    // What AWS takes where nothing is said:
    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html
    let share = 100 - mixed.on_demand_percentage.unwrap_or(100);
    let base = mixed.on_demand_base.unwrap_or(0);
    (share > 0 && base < max).then(|| msg!(asg_override_spot, percent = share, base = base))
}
