//! The launch template: each change is a new version.

use serde_json::json;

use super::{Ways, console};
use crate::console::encoded;
use crate::diagnose::case::Case;
use crate::diagnose::command::Command;
use crate::verify::CheckKind;

pub fn ways(kind: &CheckKind, case: &Case<'_>) -> Option<Ways> {
    let facts = &case.facts;
    Some(match kind {
        CheckKind::LaunchTemplate(_) => Ways::page(console(case).ec2("LaunchTemplates:")),
        CheckKind::LaunchTemplateImage(check) => {
            let data = facts.image(&check.image).ok().map(|image| json!({ "ImageId": image.id }));
            new_version(&check.template, data, case)
        }
        CheckKind::LaunchTemplateType(check) => {
            new_version(&check.template, Some(json!({ "InstanceType": check.instance_type })), case)
        }
        CheckKind::LaunchTemplateSecurityGroups(check) => {
            let ids: Result<Vec<&str>, _> = check
                .groups
                .iter()
                .map(|name| facts.security_group(&check.vpc, name).map(|group| group.id.as_str()))
                .collect();
            new_version(&check.template, ids.ok().map(|ids| json!({ "SecurityGroupIds": ids })), case)
        }
        CheckKind::LaunchTemplateProfile(check) => {
            new_version(&check.template, Some(json!({ "IamInstanceProfile": { "Name": check.profile } })), case)
        }
        CheckKind::LaunchTemplateTag(check) => {
            let tags = json!([{ "Key": check.key, "Value": check.value }]);
            let data = json!({ "TagSpecifications": [{ "ResourceType": "instance", "Tags": tags }] });
            new_version(&check.template, Some(data), case)
        }
        CheckKind::UserData(check) => with_script(&check.template, case),
        // A key pair can't be taken away by a version that is made from one that has it.
        CheckKind::LaunchTemplateKeyPair(check) => new_version(&check.template, None, case),
        CheckKind::LaunchTemplateDescription(check) => new_version(&check.template, None, case),
        CheckKind::UserDataLineEnds(check) => new_version(&check.template, None, case),
        _ => return None,
    })
}

/// The page of the template, and the command for a version that differs from the latest one in `data`.
fn new_version(name: &str, data: Option<serde_json::Value>, case: &Case<'_>) -> Ways {
    let Ok(template) = case.facts.launch_template(name) else {
        return Ways::page(console(case).ec2("LaunchTemplates:"));
    };
    let ways = page(&template.id, case);
    match data {
        Some(data) => ways.by(version_of(&template.id).with("--launch-template-data", data.to_string()), case),
        None => ways,
    }
}

fn page(id: &str, case: &Case<'_>) -> Ways {
    Ways::page(console(case).ec2(&format!("LaunchTemplateDetails:launchTemplateId={}", encoded(id))))
}

fn version_of(id: &str) -> Command {
    Command::aws("ec2 create-launch-template-version")
        .with("--launch-template-id", id)
        .with("--source-version", "$Latest")
}

/// The lesson's own script, with the learner's values, in base64 as the CLI wants it here.
fn with_script(name: &str, case: &Case<'_>) -> Ways {
    let Ok(template) = case.facts.launch_template(name) else { return new_version(name, None, case) };
    let data = r#"--launch-template-data "{\"UserData\":\"$(base64 < user-data.sh | tr -d '\n')\"}""#;
    page(&template.id, case)
        .line("ec-site-tutor snippet user-data.sh -o user-data.sh".to_owned())
        .by(version_of(&template.id).flag(data), case)
}
