//! User data of the launch template: how it is encoded, and what bash would do with it.

mod bash;
mod deployment;
mod encoding;
mod escapes;
mod format;
mod goal;
mod lines;
mod machine;
mod memory;
mod text;
mod told_secret;
mod tools;
mod verdicts;

use serde::Deserialize;

pub use encoding::decode;

use self::deployment::{Outcome, examine};
use self::format::{Unusable, gunzipped, parts};
use self::goal::Deployment;
use self::memory::Memory;
use self::told_secret::{Told, told};
use super::{CauseId, Facts, Kind, SecretArn, Status, Stop, Verdict};
use crate::account::Need;
use crate::account::resources::{AutoScalingGroup, LaunchTemplate};
use crate::i18n::Text;
use crate::msg;

/// What AWS calls metadata that an instance may not ask for.
pub const METADATA_OFF: &str = "disabled";
/// Account numbers of AWS's own examples.
pub const SAMPLE_ACCOUNTS: [&str; 4] = ["123456789012", "111122223333", "000000000000", "111111111111"];

/// The user data of the latest version deploys the shop.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserData {
    /// Name of the launch template.
    pub template: String,
    /// `s3://…`, the archive to fetch.
    pub archive: String,
    /// The folder in it.
    pub folder: String,
    /// The line of the folder's `.env` that names the secret.
    pub key: String,
    /// What HOME must be.
    pub home: String,
    /// Where the image has pnpm and pm2: this folder (pnpm up to 10), or `bin` in it (pnpm 11 and later).
    #[serde(deserialize_with = "super::folder::absolute")]
    pub tools: String,
    /// Region of the secret.
    pub region: String,
    /// Name of the target group in which a healthy instance of this version proves a script that can't be followed.
    #[serde(default)]
    pub target_group: Option<String>,
    /// What it has judged last.
    #[serde(skip)]
    memory: Memory,
}

impl Kind for UserData {
    fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::LaunchTemplate(self.template.clone())];
        if let Some(name) = &self.target_group {
            needs.extend([Need::AutoScalingGroups, Need::TargetGroups, Need::TargetHealthOf(name.clone())]);
        }
        needs
    }

    fn expected(&self) -> Text {
        msg!(user_data_expected)
    }

    fn why(&self) -> Text {
        msg!(user_data_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let Some(encoded) = template.user_data.as_deref().filter(|data| !data.trim().is_empty()) else {
            return Ok(Verdict::failed(msg!(user_data_missing), msg!(user_data_missing_fix))
                .because(CauseId::UserDataMissing, msg!(cause_user_data_missing)));
        };
        if template.metadata.as_deref() == Some(METADATA_OFF) {
            return Ok(Verdict::failed(msg!(user_data_metadata_off), msg!(user_data_metadata_fix))
                .because(CauseId::MetadataOff, msg!(cause_metadata_off)));
        }
        let account = &facts.snapshot.identity.seen()?.account;
        let verdict = self.judge_script(encoded, account);
        if verdict.status != Status::Manual {
            return Ok(verdict);
        }
        Ok(match told(&text_of(encoded), &self.key, |arn| self.judge_secret(arn, account, None)) {
            Told::Wrong(wrong) => *wrong,
            Told::Right if self.target_group.is_some() && is_proven(facts, template) => {
                Verdict::passed(msg!(user_data_proven))
            }
            Told::Right | Told::Unknown => verdict,
        })
    }
}

impl UserData {
    fn goal(&self) -> Deployment<'_> {
        Deployment { archive: &self.archive, folder: &self.folder, key: &self.key, tools: &self.tools }
    }

    /// The verdict on user data as AWS keeps it.
    fn judge_script(&self, encoded: &str, account: &str) -> Verdict {
        let examined = self.memory.of(encoded, || {
            let bytes = decode(encoded).ok_or(Unusable::NotText)?;
            Ok(examine(&parts(&bytes)?, &self.goal()))
        });
        let outcome = match examined {
            Ok(outcome) => outcome,
            Err(unusable) => return unusable.verdict(self),
        };
        match outcome {
            Outcome::Deploys { secret, .. } if !text::is_known(&secret) => {
                Verdict::manual(msg!(user_data_secret_computed), msg!(user_data_secret_computed_fix))
            }
            Outcome::Deploys { secret, home } => self.judge_secret(&secret, account, home.as_deref()),
            Outcome::Fails { line, fault } => self.fault_verdict(line, &fault),
            Outcome::Open(doubt) => {
                self.unfollowed(msg!(user_data_open, line = doubt.line, construct = doubt.construct))
            }
        }
    }

    fn judge_secret(&self, arn: &str, account: &str, home: Option<&str>) -> Verdict {
        let fix = msg!(user_data_secret_fix, key = &self.key);
        let failed = |actual: Text| Verdict::failed(actual, fix.clone());
        if is_placeholder(arn, account) {
            return failed(msg!(user_data_placeholder, arn = shown(arn)))
                .because(CauseId::UserDataPlaceholder, msg!(cause_user_data_placeholder));
        }
        let Some(secret) = SecretArn::parse(arn) else {
            return failed(msg!(user_data_secret_malformed, found = shown(arn)))
                .because(CauseId::UserDataSecretMalformed, msg!(cause_user_data_secret_malformed));
        };
        if secret.account != account {
            return failed(msg!(user_data_secret_account, arn = arn, found = secret.account, wanted = account))
                .because(CauseId::UserDataSecretAccount, msg!(cause_user_data_secret_account));
        }
        if secret.region != self.region {
            return failed(msg!(user_data_secret_region, arn = arn, found = secret.region, wanted = &self.region))
                .because(CauseId::UserDataSecretRegion, msg!(cause_user_data_secret_region));
        }
        if home.is_some_and(|home| home.trim_end_matches('/') == self.home) {
            return Verdict::passed(msg!(user_data_actual, arn = arn));
        }
        Verdict::passed(msg!(user_data_actual_home, arn = arn, home = &self.home))
    }
}

/// User data as text; empty where it is none.
fn text_of(encoded: &str) -> String {
    let bytes = decode(encoded).unwrap_or_default();
    String::from_utf8(gunzipped(&bytes).unwrap_or(bytes)).unwrap_or_default()
}

/// Whether an instance that was launched from this very version is healthy: then the script has deployed the shop.
fn is_proven(facts: &Facts<'_>, template: &LaunchTemplate) -> bool {
    let (Ok(groups), Ok(targets)) = (facts.snapshot.auto_scaling_groups.seen(), facts.snapshot.target_health.seen())
    else {
        return false;
    };
    let version = template.latest_version.to_string();
    let is_healthy = |id: &str| targets.iter().any(|target| target.target == id && target.state.is_healthy());
    let is_of_template = |group: &&AutoScalingGroup| {
        let reference = group.template.as_ref();
        let id = reference.and_then(|reference| reference.id.as_deref());
        let name = reference.and_then(|reference| reference.name.as_deref());
        id.map_or_else(|| name == Some(template.name.as_str()), |id| id == template.id)
    };
    groups
        .iter()
        .filter(is_of_template)
        .flat_map(|group| &group.instances)
        .any(|member| member.version.as_deref() == Some(version.as_str()) && is_healthy(&member.id))
}

/// What stands in the place of an ARN. Somebody may have put the secret itself there, which is never shown.
fn shown(value: &str) -> &str {
    let mark = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let is_mark =
        mark.is_some_and(|mark| mark.chars().all(|character| character.is_ascii_alphabetic() || character == '_'));
    if value.starts_with("arn:") || is_mark { value } else { "***" }
}

/// Whether this is a sample rather than somebody's ARN.
fn is_placeholder(arn: &str, own_account: &str) -> bool {
    let account = arn.split(':').nth(4).unwrap_or_default();
    let lower = arn.to_ascii_lowercase();
    let sample_account = arn.starts_with("arn:")
        && account != own_account
        && (SAMPLE_ACCOUNTS.contains(&account) || !account.bytes().all(|byte| byte.is_ascii_digit()));
    arn.is_empty() || arn.contains(['<', '>', '{', '}', '*']) || lower.contains("xxxx") || sample_account
}

/// Advice: the script has no Windows line ends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserDataLineEnds {
    /// Name of the launch template.
    pub template: String,
}

impl Kind for UserDataLineEnds {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
    }

    fn expected(&self) -> Text {
        msg!(line_ends_expected)
    }

    fn why(&self) -> Text {
        msg!(line_ends_why)
    }

    fn judge(&self, facts: &Facts<'_>) -> Result<Verdict, Stop> {
        let template = facts.launch_template(&self.template)?;
        let is_read = |bytes: &Vec<u8>| {
            !matches!(parts(bytes), Err(Unusable::NotText | Unusable::EncodedTwice | Unusable::NoShebang(_)))
        };
        let script = template.user_data.as_deref().and_then(decode).filter(is_read);
        let Some(script) = script else {
            return Ok(Verdict::skipped(msg!(what_user_data)));
        };
        if script.windows(2).any(|pair| pair == b"\r\n") {
            return Ok(Verdict::failed(msg!(line_ends_windows), msg!(line_ends_fix))
                .because(CauseId::UserDataLineEnds, msg!(cause_user_data_line_ends)));
        }
        Ok(Verdict::passed(msg!(line_ends_plain)))
    }
}

#[cfg(test)]
mod tests {
    mod own_scripts;

    use test_case::test_case;

    use super::*;

    #[test_case("<SECRET_ARN>", "<SECRET_ARN>"; "the mark of the lesson")]
    #[test_case("arn:aws:secretsmanager:us-east-1:xxxxxxx:secret:xxxx", "arn:aws:secretsmanager:us-east-1:xxxxxxx:secret:xxxx"; "the sample of the course")]
    #[test_case(r#"{"username":"postgres","password":"hunter2"}"#, "***"; "the secret itself")]
    #[test_case("hunter2", "***"; "a password")]
    #[test_case("<hunter2>", "***"; "a password in brackets")]
    fn only_what_is_no_secret_is_shown(value: &str, expected: &str) {
        assert_eq!(shown(value), expected);
    }

    #[test]
    fn a_first_line_is_shown_up_to_what_it_assigns() {
        assert_eq!(parts(b"PASSWORD=hunter2\n"), Err(Unusable::NoShebang("PASSWORD".into())));
    }

    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", "123456789012", false; "a sample number that is the learner's own")]
    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", "418602573914", true; "a sample number")]
    #[test_case("arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf", "418602573914", false; "a real one")]
    fn placeholders(arn: &str, own_account: &str, expected: bool) {
        assert_eq!(is_placeholder(arn, own_account), expected);
    }
}
