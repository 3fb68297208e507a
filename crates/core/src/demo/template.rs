//! The launch template of the simulated account, rightly made or with one of the usual faults.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::SimulatedAccount;
use super::compute::profile_arn;
use super::ids::ACCOUNT;
use crate::account::resources::LaunchTemplate;
use crate::lesson::Lesson;

const USER_DATA: &str = "user-data.sh";
const SECRET_LINE: &str = "AURORA_SECRET_ARN=";

/// What the learner gets wrong in a version of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TemplateSlip {
    SampleSecret,
    EncodedTwice,
    NoUserData,
    KeyPair,
    SmallerType,
    NoProfile,
    NoDatabaseGroup,
}

/// The lesson's user data with the secret of the simulated account put in, as a learner does it.
pub(super) fn script(lesson: &Lesson) -> String {
    let region = lesson.values.get("region").unwrap_or("us-east-1");
    let secret = format!(
        "arn:aws:secretsmanager:{region}:{ACCOUNT}:secret:rds!cluster-5d1c9a7e-3f60-4b28-9c4e-8a2b7f0d6e13-Qw3rTy"
    );
    lesson.snippets.en.get(USER_DATA).map_or_else(String::new, |text| with_secret(text, &secret))
}

/// `text` with another secret behind the name that the shop reads.
fn with_secret(text: &str, secret: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SECRET_LINE) {
        let (before, after) = rest.split_at(at + SECRET_LINE.len());
        let end = after.find(['\'', '"', '\n', ' ']).unwrap_or(after.len());
        filled.push_str(before);
        filled.push_str(secret);
        rest = &after[end..];
    }
    filled + rest
}

impl SimulatedAccount {
    /// The newest version of the template.
    pub(super) fn latest_version(&self) -> Option<&LaunchTemplate> {
        self.template_versions.last()
    }

    /// Whether no group starts instances from the template any more.
    pub(super) fn template_is_free(&self) -> bool {
        self.latest_version().is_some() && self.group.is_none()
    }

    pub(super) fn delete_template(&mut self) {
        self.template_versions.clear();
    }

    /// The version that a group means by `$Latest`, `$Default` or a number. The first one stays the default.
    pub(super) fn version(&self, reference: &str) -> Option<&LaunchTemplate> {
        match reference {
            "$Latest" => self.latest_version(),
            "$Default" => self.template_versions.first(),
            number => self.template_versions.iter().find(|version| version.latest_version.to_string() == number),
        }
    }

    pub(super) fn put_template(&mut self) {
        self.add_version(None);
    }

    pub(super) fn put_faulty_template(&mut self, fault: TemplateSlip) {
        self.add_version(Some(fault));
    }

    /// The first version is right and stays the default; the latest one has no user data.
    pub(super) fn put_second_version(&mut self) {
        if self.template_versions.is_empty() {
            self.add_version(None);
        }
        self.add_version(Some(TemplateSlip::NoUserData));
    }

    /// Adds a version, since a version can't be edited; one that is already the latest is not repeated.
    fn add_version(&mut self, fault: Option<TemplateSlip>) {
        let content = self.content(fault);
        if self.latest_version().is_some_and(|latest| same_content(latest, &content)) {
            return;
        }
        let id = match self.latest_version() {
            Some(latest) => latest.id.clone(),
            None => self.ids.ec2("lt"),
        };
        let number = self.latest_version().map_or(1, |latest| latest.latest_version + 1);
        self.template_versions.push(LaunchTemplate { id, latest_version: number, ..content });
    }

    /// A version as the console makes it, with its number and the template's id left open.
    fn content(&self, fault: Option<TemplateSlip>) -> LaunchTemplate {
        let names = &self.names;
        let mut groups = self.instance_groups();
        if fault == Some(TemplateSlip::NoDatabaseGroup) {
            groups.truncate(1);
        }
        let instance_type =
            if fault == Some(TemplateSlip::SmallerType) { names.smaller_type() } else { names.instance_type.as_str() };
        LaunchTemplate {
            id: String::new(),
            name: names.launch_template.clone(),
            latest_version: 0,
            default_version: 1,
            description: Some(names.launch_template_description.clone()),
            image: self.usable_image(),
            instance_type: Some(instance_type.to_owned()),
            key_name: (fault == Some(TemplateSlip::KeyPair)).then(|| "my-key".to_owned()),
            security_groups: groups,
            security_group_names: Vec::new(),
            interfaces: Vec::new(),
            profile_name: None,
            profile_arn: (fault != Some(TemplateSlip::NoProfile)).then(|| profile_arn(names)),
            instance_tags: vec![("Name".to_owned(), names.instance_tag.clone())],
            user_data: self.user_data(fault),
            metadata: None,
        }
    }

    /// The lesson's image, else any other that the learner could pick.
    fn usable_image(&self) -> Option<String> {
        let named = self.images.iter().find(|image| image.image_name == self.names.image);
        named.or_else(|| self.images.first()).map(|image| image.id.clone())
    }

    fn user_data(&self, fault: Option<TemplateSlip>) -> Option<String> {
        match fault {
            Some(TemplateSlip::NoUserData) => None,
            Some(TemplateSlip::EncodedTwice) => Some(STANDARD.encode(STANDARD.encode(&self.script))),
            // As it stands on the course's page, where the learner is to put the own ARN.
            Some(TemplateSlip::SampleSecret) => {
                let sample = format!("arn:aws:secretsmanager:{}:xxxxxxx:secret:xxxx", self.names.region);
                Some(STANDARD.encode(with_secret(&self.script, &sample)))
            }
            _ => Some(STANDARD.encode(&self.script)),
        }
    }

    /// What becomes of the shop on an instance of this version: whether its script runs, and with the right secret.
    pub(super) fn script_state(&self, version: &LaunchTemplate) -> ScriptState {
        let text = version.user_data.as_deref().and_then(|data| STANDARD.decode(data).ok());
        match text {
            Some(text) if text == self.script.as_bytes() => ScriptState::Good,
            Some(text) if text.starts_with(b"#!") => ScriptState::WrongSecret,
            _ => ScriptState::NeverRuns,
        }
    }
}

/// What a template's user data does on an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScriptState {
    Good,
    WrongSecret,
    NeverRuns,
}

fn same_content(version: &LaunchTemplate, content: &LaunchTemplate) -> bool {
    let numbered = LaunchTemplate { id: version.id.clone(), latest_version: version.latest_version, ..content.clone() };
    *version == numbered
}

#[cfg(test)]
mod tests {
    use super::with_secret;

    #[test]
    fn every_secret_is_replaced_and_nothing_else() {
        let text = "a\nprintf 'AURORA_SECRET_ARN=<SECRET_ARN>' > x\nAURORA_SECRET_ARN=old\n";
        assert_eq!(with_secret(text, "new"), "a\nprintf 'AURORA_SECRET_ARN=new' > x\nAURORA_SECRET_ARN=new\n");
    }
}
