//! The profiles of AWS's two files, and where credentials come from by them and by the environment, before anything is
//! asked for: <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html>. Keys aren't kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ec_site_tutor_core::account::{Area, Failure, FailureKind, Origin, OriginKind};

use super::settings::Settings;

/// The profile that is used where none is named.
pub const DEFAULT: &str = "default";
/// Settings whose values are never kept.
const SECRETS: [&str; 3] = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"];

/// Where something is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A line of one of AWS's files, counted from 1.
    Line {
        /// The file.
        file: PathBuf,
        /// Its line.
        line: usize,
    },
    /// A variable of the environment.
    Variable(&'static str),
}

/// Where credentials come from: what gives the first ones, and the roles that are taken with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// What gives the first credentials.
    pub base: Origin,
    /// Where that is set; none where nothing is set.
    pub place: Option<Place>,
    /// The roles that are taken one after the other, the one that is read with first.
    pub roles: Vec<RoleStep>,
    /// The file with the token of a web identity.
    pub token_file: Option<String>,
}

/// A role that a profile takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleStep {
    /// The profile that names it.
    pub profile: String,
    /// Its ARN.
    pub arn: String,
    /// Whether the profile names an MFA device, so that the AWS CLI asks for its code.
    pub needs_mfa: bool,
}

/// AWS's two files, read: each setting of each profile with its place.
#[derive(Clone, Debug, Default)]
pub struct Profiles(BTreeMap<String, BTreeMap<String, Setting>>);

#[derive(Clone, Debug)]
struct Setting {
    value: String,
    place: Place,
}

impl Profiles {
    /// Those of the files that `settings` name; none where there are no such files.
    #[must_use]
    pub fn read(settings: &Settings) -> Self {
        let mut profiles = Self::default();
        let config = settings.config_file.as_deref();
        let content = content(config);
        // A section [profile default] takes the place of [default].
        let replaced = sections(&content).any(|(name, _)| is_prefixed_default(name));
        for (section, lines) in sections(&content) {
            if let Some(name) = profile_name(section).filter(|_| !(replaced && section == DEFAULT)) {
                profiles.add(name, config, lines);
            }
        }
        let credentials = settings.credentials_file.as_deref();
        for (section, lines) in sections(&self::content(credentials)) {
            profiles.add(section, credentials, lines);
        }
        profiles
    }

    fn add<'a>(&mut self, name: &str, file: Option<&Path>, lines: impl Iterator<Item = (usize, &'a str)>) {
        let profile = self.0.entry(name.to_owned()).or_default();
        for (line, text) in lines {
            // What is indented belongs to the setting before.
            let Some((key, value)) = text.split_once('=').filter(|_| !text.starts_with(char::is_whitespace)) else {
                continue;
            };
            let key = key.trim().to_ascii_lowercase();
            let value = if SECRETS.contains(&key.as_str()) { String::new() } else { without_comment(value) };
            let place = Place::Line { file: file.unwrap_or(Path::new("")).to_owned(), line };
            profile.insert(key, Setting { value, place });
        }
    }

    /// The names of all profiles.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// What a profile has as `key`, and where.
    #[must_use]
    pub fn setting(&self, profile: &str, key: &str) -> Option<(&str, &Place)> {
        let setting = self.0.get(profile)?.get(key)?;
        Some((setting.value.as_str(), &setting.place))
    }

    fn value(&self, profile: &str, key: &str) -> Option<&str> {
        self.setting(profile, key).map(|(value, _)| value)
    }

    /// Where the credentials come from that `settings` and the environment lead to.
    ///
    /// # Errors
    /// The profile isn't there, or can't be used.
    pub fn provenance(
        &self,
        settings: &Settings,
        env: impl Fn(&str) -> Option<String>,
    ) -> Result<Provenance, Box<Failure>> {
        let is_set = |name: &str| env(name).is_some_and(|value| !value.is_empty());
        let variable = |kind, name| Provenance {
            base: Origin { kind, profile: None },
            place: Some(Place::Variable(name)),
            roles: Vec::new(),
            token_file: env("AWS_WEB_IDENTITY_TOKEN_FILE"),
        };
        // As in the AWS CLI, keys in the environment count more than a profile, unless that is asked for.
        if settings.profile.is_none() && is_set("AWS_ACCESS_KEY_ID") && is_set("AWS_SECRET_ACCESS_KEY") {
            return Ok(variable(OriginKind::Environment, "AWS_ACCESS_KEY_ID"));
        }
        let profile = settings.used_profile.as_deref().unwrap_or(DEFAULT);
        if settings.used_profile.is_some() {
            self.usable(profile)?;
        }
        let found = self.follow(profile)?;
        if found.base.kind != OriginKind::Nothing || settings.profile.is_some() {
            return Ok(found);
        }
        let others = [
            (OriginKind::WebIdentity, "AWS_WEB_IDENTITY_TOKEN_FILE"),
            (OriginKind::Container, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
            (OriginKind::Container, "AWS_CONTAINER_CREDENTIALS_FULL_URI"),
        ];
        let other = others.into_iter().find(|(_, name)| is_set(name));
        let named = |found: Provenance| {
            let profile = settings.used_profile.clone();
            Provenance { base: Origin { profile, ..found.base }, ..found }
        };
        Ok(other.map_or_else(|| named(found), |(kind, name)| variable(kind, name)))
    }

    /// That there is a profile of the name, and one that the SDK can use.
    fn usable(&self, profile: &str) -> Result<(), Box<Failure>> {
        let about = |kind, detail: &str| {
            let origin = Origin { kind: OriginKind::Nothing, profile: Some(profile.to_owned()) };
            Err(Box::new(Failure::new("", kind, detail).about(origin)))
        };
        if !self.0.contains_key(profile) {
            return about(FailureKind::ProfileMissing, &self.names().collect::<Vec<_>>().join(", "));
        }
        // The SDK leaves out profiles whose names have other characters, which the AWS CLI takes.
        let is_plain = |character: char| character.is_ascii_alphanumeric() || "_-/.%@:+".contains(character);
        if profile.chars().all(is_plain) { Ok(()) } else { about(FailureKind::ProfileFaulty, &format!("[{profile}]")) }
    }

    /// From a profile to whatever gives the first credentials, through the profiles that it names as their source.
    fn follow(&self, first: &str) -> Result<Provenance, Box<Failure>> {
        let (mut profile, mut roles) = (first, Vec::<RoleStep>::new());
        while let Some(arn) = self.value(profile, "role_arn") {
            if self.value(profile, "web_identity_token_file").is_some() {
                break;
            }
            let needs_mfa = self.value(profile, "mfa_serial").is_some();
            roles.push(RoleStep { profile: profile.to_owned(), arn: arn.to_owned(), needs_mfa });
            let Some(source) = self.value(profile, "source_profile").filter(|source| *source != profile) else { break };
            if !self.0.contains_key(source) || roles.iter().any(|role| role.profile == source) {
                let origin = Origin { kind: OriginKind::Role, profile: Some(profile.to_owned()) };
                let line = format!("source_profile = {source}");
                return Err(Box::new(Failure::new("", FailureKind::ProfileFaulty, line).about(origin)));
            }
            profile = source;
        }
        let (kind, place) = self.base(profile);
        let named = profile != DEFAULT || self.0.contains_key(DEFAULT) && kind != OriginKind::Nothing;
        Ok(Provenance {
            base: Origin { kind, profile: named.then(|| profile.to_owned()) },
            place,
            roles,
            token_file: self.value(profile, "web_identity_token_file").map(str::to_owned),
        })
    }

    /// What a profile itself gives credentials by, in the order in which the SDK looks for it.
    fn base(&self, profile: &str) -> (OriginKind, Option<Place>) {
        let kinds = [
            ("credential_source", OriginKind::Nothing),
            ("web_identity_token_file", OriginKind::WebIdentity),
            ("sso_session", OriginKind::IdentityCenter),
            ("sso_start_url", OriginKind::IdentityCenter),
            ("login_session", OriginKind::Login),
            ("credential_process", OriginKind::Process),
            ("aws_access_key_id", OriginKind::Keys),
        ];
        let found = kinds.iter().find_map(|(key, kind)| Some((self.setting(profile, key)?, *kind)));
        match found {
            Some(((value, place), OriginKind::Nothing)) => (named_source(value), Some(place.clone())),
            Some(((_, place), kind)) => (kind, Some(place.clone())),
            None => (OriginKind::Nothing, None),
        }
    }
}

/// What `credential_source` names: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>.
fn named_source(name: &str) -> OriginKind {
    match name.to_ascii_lowercase().as_str() {
        "environment" => OriginKind::Environment,
        "ecscontainer" => OriginKind::Container,
        "ec2instancemetadata" => OriginKind::Instance,
        _ => OriginKind::Nothing,
    }
}

/// The profiles of `file` beside the one in use; none where there is no such file.
pub fn others(file: Option<&Path>, used: Option<&str>) -> Area<Vec<String>> {
    let content = content(file);
    let names = sections(&content).filter_map(|(section, _)| profile_name(section));
    Area::Seen(names.filter(|name| *name != used.unwrap_or(DEFAULT)).map(str::to_owned).collect())
}

fn content(file: Option<&Path>) -> String {
    file.and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default()
}

/// The sections of a file, each with the lines in it that say something, and their numbers.
fn sections(content: &str) -> impl Iterator<Item = (&str, impl Iterator<Item = (usize, &str)>)> {
    let says = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.trim_start().starts_with(['#', ';']);
    let lines: Vec<(usize, &str)> = content.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(says).collect();
    let is_head = |line: &str| line.starts_with('[');
    let heads: Vec<usize> = (0..lines.len()).filter(|at| is_head(lines[*at].1)).collect();
    heads.into_iter().filter_map(move |head| {
        let name = lines[head].1.strip_prefix('[')?.split(']').next()?.trim();
        let body: Vec<_> = lines[head + 1..].iter().copied().take_while(|(_, line)| !is_head(line)).collect();
        Some((name, body.into_iter()))
    })
}

/// `[default]` and `[profile NAME]` of the configuration; other sections are no profiles:
/// <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>
fn profile_name(section: &str) -> Option<&str> {
    let named = section.strip_prefix("profile").filter(|rest| rest.starts_with(char::is_whitespace));
    named.map(|name| name.trim().trim_matches('"')).or_else(|| (section == DEFAULT).then_some(section))
}

fn is_prefixed_default(section: &str) -> bool {
    section != DEFAULT && profile_name(section) == Some(DEFAULT)
}

/// A value without the comment that may follow it.
fn without_comment(value: &str) -> String {
    let end = [" #", " ;", "\t#", "\t;"].iter().filter_map(|mark| value.find(mark)).min().unwrap_or(value.len());
    value[..end].trim().to_owned()
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    fn settings(config: &str, credentials: &str, profile: Option<&str>) -> (tempfile::TempDir, Settings) {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, content: &str| {
            fs::write(folder.path().join(name), content).unwrap();
            Some(folder.path().join(name))
        };
        let (config_file, credentials_file) = (write("config", config), write("credentials", credentials));
        let profile = profile.map(str::to_owned);
        let used_profile = profile.clone();
        (folder, Settings { profile, used_profile, config_file, credentials_file, ..Settings::default() })
    }

    const CONFIG: &str = "\
# mine
[default]
region = us-east-1
[profile work]
sso_session = x
sso_account_id = 1
[profile \"at school\"]
login_session = arn:aws:iam::1:user/a
[profile console]
login_session = arn:aws:iam::1:user/a # by aws login
[profile lab]
role_arn = arn:aws:iam::1:role/Lab
source_profile = console
mfa_serial = arn:aws:iam::1:mfa/a
[profile lost]
role_arn = arn:aws:iam::1:role/Lab
source_profile = gone
[profile tool]
credential_process = /opt/tool
[sso-session x]
sso_start_url = https://x
[services y]
[profiles]
";

    #[test]
    fn only_the_names_of_profiles_are_read() {
        let (_folder, settings) = settings(CONFIG, "", None);
        let expected = ["default", "work", "at school", "console", "lab", "lost", "tool"];
        let all = others(settings.config_file.as_deref(), Some("none"));
        assert_eq!(all, Area::Seen(expected.map(str::to_owned).to_vec()));
    }

    #[test]
    fn the_profile_in_use_is_no_other_one() {
        let (folder, settings) = settings("[default]\n[profile work]\n", "", None);
        let of = |used| others(settings.config_file.as_deref(), used);
        assert_eq!(of(None), Area::Seen(vec!["work".to_owned()]));
        assert_eq!(of(Some("work")), Area::Seen(vec!["default".to_owned()]));
        assert_eq!(others(None, None), Area::Seen(Vec::new()));
        assert_eq!(others(Some(&folder.path().join("nowhere")), None), Area::Seen(Vec::new()));
    }

    #[test_case("work", OriginKind::IdentityCenter, 5; "an access portal")]
    #[test_case("console", OriginKind::Login, 10; "aws login")]
    #[test_case("tool", OriginKind::Process, 19; "a program")]
    fn a_profile_tells_what_gives_its_credentials_and_where(profile: &str, kind: OriginKind, line: usize) {
        let (_folder, settings) = settings(CONFIG, "", Some(profile));
        let found = Profiles::read(&settings).provenance(&settings, |_| None).unwrap();
        assert_eq!(found.base, Origin { kind, profile: Some(profile.to_owned()) });
        assert_eq!(found.place, Some(Place::Line { file: settings.config_file.unwrap(), line }));
    }

    #[test]
    fn a_role_leads_to_the_profile_that_gives_its_first_credentials() {
        let (_folder, settings) = settings(CONFIG, "", Some("lab"));
        let found = Profiles::read(&settings).provenance(&settings, |_| None).unwrap();
        assert_eq!(found.base, Origin { kind: OriginKind::Login, profile: Some("console".to_owned()) });
        let role = RoleStep { profile: "lab".to_owned(), arn: "arn:aws:iam::1:role/Lab".to_owned(), needs_mfa: true };
        assert_eq!(found.roles, [role]);
    }

    #[test_case("nobody", FailureKind::ProfileMissing; "one that isn't there")]
    #[test_case("lost", FailureKind::ProfileFaulty; "one whose source isn't there")]
    #[test_case("at school", FailureKind::ProfileFaulty; "one whose name the SDK leaves out")]
    fn a_profile_that_can_not_be_used_is_told(profile: &str, kind: FailureKind) {
        let (_folder, settings) = settings(CONFIG, "", Some(profile));
        let failure = Profiles::read(&settings).provenance(&settings, |_| None).unwrap_err();
        let named = failure.origin.as_ref().and_then(|origin| origin.profile.as_deref());
        assert_eq!((failure.kind, named), (kind, Some(profile)));
    }

    #[test]
    fn keys_of_the_environment_count_more_than_a_profile_that_nobody_asked_for() {
        let (_folder, mut settings) = settings(CONFIG, "[default]\naws_access_key_id = A\n", None);
        let keys = |name: &str| name.starts_with("AWS_").then(|| "x".to_owned());
        let of = |settings: &Settings, env: &dyn Fn(&str) -> Option<String>| {
            Profiles::read(settings).provenance(settings, env).unwrap().base.kind
        };
        assert_eq!(of(&settings, &keys), OriginKind::Environment);
        assert_eq!(of(&settings, &|_| None), OriginKind::Keys);
        settings.profile = Some("console".to_owned());
        settings.used_profile.clone_from(&settings.profile);
        assert_eq!(of(&settings, &keys), OriginKind::Login);
    }

    #[test]
    fn no_key_is_kept() {
        let (_folder, settings) =
            settings("", "[default]\naws_access_key_id = AKIA\nAWS_SECRET_ACCESS_KEY=s3cret\n", None);
        let shown = format!("{:?}", Profiles::read(&settings));
        assert!(!shown.contains("AKIA") && !shown.contains("s3cret"), "{shown}");
    }
}
