//! The launch template: the settings of its latest version, which is the one that the group uses.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{CauseId, Facts, Kind, ResourceKind, Stop, Verdict, Wanted};
use crate::account::Need;
use crate::account::resources::LaunchTemplate as Template;
use crate::i18n::Text;
use crate::msg;

/// The launch template of this name exists.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplate {
    /// Its name.
    pub template: String,
}

impl Kind for LaunchTemplate {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_expected, template = &self.template)
    }

    fn why(&self) -> Text {
        msg!(template_why)
    }

    fn subject(&self) -> Option<Wanted> {
        Some(Wanted::new(ResourceKind::LaunchTemplate, &self.template))
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let fix = msg!(template_fix, template = &self.template);
        let template = facts.launch_template(&self.template).map_err(|missing| missing.of_subject(fix))?;
        Ok(Verdict::passed(msg!(template_actual, id = &template.id, version = template.latest_version)))
    }
}

/// The template names the account's own image of this name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateImage {
    /// Name of the launch template.
    pub template: String,
    /// Image name.
    pub image: String,
}

impl Kind for LaunchTemplateImage {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone()), Need::Images]
    }

    fn expected(&self) -> Text {
        msg!(template_image_expected, image = &self.image)
    }

    fn why(&self) -> Text {
        msg!(template_image_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let fix = new_version(msg!(template_image_fix, image = &self.image));
        let Some(id) = template.image.as_deref() else {
            return Ok(Verdict::failed(msg!(template_none), fix));
        };
        if id.starts_with("resolve:") {
            return Ok(Verdict::manual(Text::verbatim(id), msg!(template_image_resolved_fix, image = &self.image)));
        }
        let wanted = facts.image(&self.image)?;
        if id == wanted.id {
            return Ok(Verdict::passed(Text::verbatim(format!("{id} ({})", wanted.image_name))));
        }
        let images = facts.snapshot.images.seen()?;
        let actual = match images.iter().find(|image| image.id == id) {
            Some(other) => msg!(template_image_other, found = id, name = &other.image_name, wanted = &wanted.id),
            None => msg!(template_image_foreign, found = id, wanted = &wanted.id),
        };
        Ok(Verdict::failed(actual, fix))
    }
}

/// The template asks for this instance type.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateType {
    /// Name of the launch template.
    pub template: String,
    /// As AWS writes it, such as `t3.small`.
    pub instance_type: String,
}

impl Kind for LaunchTemplateType {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_type_expected, kind = &self.instance_type)
    }

    fn why(&self) -> Text {
        msg!(template_type_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let actual = template.instance_type.as_ref().map_or_else(|| msg!(template_none), Text::verbatim);
        if template.instance_type.as_deref() == Some(&self.instance_type) {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, new_version(msg!(template_type_fix, kind = &self.instance_type))))
    }
}

/// The template names no key pair.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateKeyPair {
    /// Name of the launch template.
    pub template: String,
}

impl Kind for LaunchTemplateKeyPair {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_key_expected)
    }

    fn why(&self) -> Text {
        msg!(template_key_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        Ok(match template.key_name.as_deref().filter(|name| !name.is_empty()) {
            None => Verdict::passed(msg!(template_none)),
            Some(name) => Verdict::failed(Text::verbatim(name), new_version(msg!(template_key_fix))),
        })
    }
}

/// The template gives its instances exactly these security groups of the VPC.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateSecurityGroups {
    /// Name of the launch template.
    pub template: String,
    /// Name tag of the VPC.
    pub vpc: String,
    /// Group names.
    pub groups: Vec<String>,
}

impl Kind for LaunchTemplateSecurityGroups {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone()), Need::Vpcs, Need::Subnets, Need::SecurityGroups]
    }

    fn expected(&self) -> Text {
        msg!(template_groups_expected, groups = Text::list(self.groups.clone()))
    }

    fn why(&self) -> Text {
        msg!(template_groups_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let fix = new_version(msg!(template_groups_fix, groups = Text::list(self.groups.clone()), vpc = &self.vpc));
        if !template.security_group_names.is_empty() {
            // AWS takes names for the default VPC alone.
            let names = Text::list(template.security_group_names.clone());
            return Ok(Verdict::failed(msg!(template_groups_by_name, names = names), fix));
        }
        if !template.interfaces.is_empty() && !template.security_groups.is_empty() {
            // "When a network interface is provided, the security groups must be a part of it."
            let fix = new_version(msg!(template_groups_beside_interface_fix));
            return Ok(Verdict::failed(msg!(template_groups_beside_interface), fix));
        }
        let mut wanted = BTreeSet::new();
        for name in &self.groups {
            wanted.insert(facts.security_group(&self.vpc, name)?.id.as_str());
        }
        let found = groups_of(template);
        let actual =
            if found.is_empty() { msg!(template_none) } else { Text::list(found.iter().map(|id| labelled(id, facts))) };
        if found == wanted {
            return Ok(Verdict::passed(actual));
        }
        let verdict = Verdict::failed(actual, fix);
        let stranger = found.difference(&wanted).any(|id| self.is_namesake(id, facts));
        Ok(if stranger { verdict.because(CauseId::WrongVpc, msg!(cause_wrong_vpc)) } else { verdict })
    }
}

impl LaunchTemplateSecurityGroups {
    fn is_namesake(&self, id: &str, facts: &Facts<'_>) -> bool {
        let groups = facts.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
        groups.iter().any(|group| group.id == id && self.groups.contains(&group.group_name))
    }
}

/// The groups of the template itself, or of its first network interface where it describes those.
fn groups_of(template: &Template) -> BTreeSet<&str> {
    let first = template.interfaces.iter().min_by_key(|interface| interface.device_index.unwrap_or(0));
    let of_interface = first.map(|interface| interface.security_groups.as_slice()).unwrap_or_default();
    template.security_groups.iter().chain(of_interface).map(String::as_str).collect()
}

/// `name (id)`, or the id alone where the group isn't listed.
pub fn labelled(id: &str, facts: &Facts<'_>) -> String {
    let groups = facts.snapshot.security_groups.seen().map(Vec::as_slice).unwrap_or_default();
    groups
        .iter()
        .find(|group| group.id == id)
        .map_or_else(|| id.to_owned(), |group| format!("{} ({id})", group.group_name))
}

/// The template names this instance profile.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateProfile {
    /// Name of the launch template.
    pub template: String,
    /// Name of the instance profile.
    pub profile: String,
}

impl Kind for LaunchTemplateProfile {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_profile_expected, profile = &self.profile)
    }

    fn why(&self) -> Text {
        msg!(template_profile_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let fix = new_version(msg!(template_profile_fix, profile = &self.profile));
        let found =
            template.profile_arn.as_deref().or(template.profile_name.as_deref()).filter(|name| !name.is_empty());
        let Some(found) = found else {
            return Ok(Verdict::failed(msg!(template_none), fix)
                .because(CauseId::ProfileMissing, msg!(cause_template_profile_missing)));
        };
        let actual = Text::verbatim(found);
        if found == self.profile {
            return Ok(Verdict::passed(actual));
        }
        let Some(owner) = self.owner_of(found) else { return Ok(Verdict::failed(actual, fix)) };
        let account = &facts.snapshot.identity.seen()?.account;
        Ok(if owner == account { Verdict::passed(actual) } else { Verdict::failed(actual, fix) })
    }
}

impl LaunchTemplateProfile {
    /// The account of an ARN that ends in this profile's name, whatever its path.
    fn owner_of<'a>(&self, arn: &'a str) -> Option<&'a str> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let [_, _, "iam", _, account, resource] = parts.as_slice() else { return None };
        let name = resource.strip_prefix("instance-profile/")?.rsplit('/').next()?;
        (name == self.profile).then_some(*account)
    }
}

/// The template gives its instances this tag.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateTag {
    /// Name of the launch template.
    pub template: String,
    /// Key of the tag.
    pub key: String,
    /// Value of the tag.
    pub value: String,
}

impl Kind for LaunchTemplateTag {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_tag_expected, key = &self.key, value = &self.value)
    }

    fn why(&self) -> Text {
        msg!(template_tag_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let tags = &template.instance_tags;
        let actual = if tags.is_empty() {
            msg!(template_none)
        } else {
            Text::list(tags.iter().map(|(key, value)| format!("{key}={value}")))
        };
        if tags.iter().any(|(key, value)| *key == self.key && *value == self.value) {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, new_version(msg!(template_tag_fix, key = &self.key, value = &self.value))))
    }
}

/// Advice: the latest version has this description.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaunchTemplateDescription {
    /// Name of the launch template.
    pub template: String,
    /// That of the newest version, letter by letter.
    pub description: String,
}

impl Kind for LaunchTemplateDescription {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(template_description_expected, description = &self.description)
    }

    fn why(&self) -> Text {
        msg!(template_description_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let description = template.description.as_deref().unwrap_or_default();
        let actual = Text::verbatim(format!("\"{description}\""));
        if description == self.description {
            return Ok(Verdict::passed(actual));
        }
        Ok(Verdict::failed(actual, msg!(template_description_fix)))
    }
}

/// What to change, in a new version: a version itself can't be edited.
fn new_version(change: Text) -> Text {
    msg!(template_new_version, change = change)
}
