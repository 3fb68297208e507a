//! The launch template: each change is a new version.

use serde_json::{Value, json};

use super::Ways;
use crate::command::Command;
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::verify::CheckKind;

/// A version with the lesson's image.
pub fn image(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LaunchTemplateImage(check) = kind else { return ways };
    match case.facts.image(&check.image) {
        Ok(image) => new_version(ways, &check.template, &json!({ "ImageId": image.id }), case),
        Err(_) => ways,
    }
}

/// A version with the lesson's instance type.
pub fn instance_type(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LaunchTemplateType(check) = kind else { return ways };
    new_version(ways, &check.template, &json!({ "InstanceType": check.instance_type }), case)
}

/// A version with the lesson's security groups.
pub fn security_groups(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LaunchTemplateSecurityGroups(check) = kind else { return ways };
    let ids: Result<Vec<&str>, _> = check
        .groups
        .iter()
        .map(|name| case.facts.security_group(&check.vpc, name).map(|group| group.id.as_str()))
        .collect();
    match ids {
        Ok(ids) => new_version(ways, &check.template, &json!({ "SecurityGroupIds": ids }), case),
        Err(_) => ways,
    }
}

/// A version with the lesson's instance profile.
pub fn profile(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LaunchTemplateProfile(check) = kind else { return ways };
    new_version(ways, &check.template, &json!({ "IamInstanceProfile": { "Name": check.profile } }), case)
}

/// A version that tags instances as the lesson does.
pub fn tag(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::LaunchTemplateTag(check) = kind else { return ways };
    let tags = json!([{ "Key": check.key, "Value": check.value }]);
    let data = json!({ "TagSpecifications": [{ "ResourceType": "instance", "Tags": tags }] });
    new_version(ways, &check.template, &data, case)
}

/// A version with the lesson's own script, with the learner's values, in base64 as the CLI wants it here.
pub fn script(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::UserData(check) = kind else { return ways };
    let Ok(template) = case.facts.launch_template(&check.template) else { return ways };
    let data = r#"--launch-template-data "{\"UserData\":\"$(base64 < user-data.sh | tr -d '\n')\"}""#;
    ways.line("ec-site-tutor snippet user-data.sh -o user-data.sh".to_owned())
        .by(version_of(&template.id).flag(data), case)
}

/// A version whose instances may ask for their metadata.
pub fn metadata(ways: Ways, kind: &CheckKind, case: &Case<'_>) -> Ways {
    let CheckKind::UserData(check) = kind else { return ways };
    new_version(ways, &check.template, &json!({ "MetadataOptions": { "HttpEndpoint": "enabled" } }), case)
}

/// The command for a version that differs from the latest one in `data`.
fn new_version(ways: Ways, name: &str, data: &Value, case: &Case<'_>) -> Ways {
    match case.facts.launch_template(name) {
        Ok(template) => ways.by(version_of(&template.id).with("--launch-template-data", data.to_string()), case),
        Err(_) => ways,
    }
}

/// The page of the template of this name; that of all where it can't be told.
pub fn page(name: &str, case: &Case<'_>) -> String {
    let page = |id: &str| case.console().ec2(&format!("LaunchTemplateDetails:launchTemplateId={}", encoded(id)));
    let template = case.facts.launch_template(name);
    template.map_or_else(|_| case.console().ec2("LaunchTemplates:"), |template| page(&template.id))
}

fn version_of(id: &str) -> Command {
    Command::aws("ec2 create-launch-template-version")
        .with("--launch-template-id", id)
        .with("--source-version", "$Latest")
}
