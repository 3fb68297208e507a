//! User data of the launch template: how it is encoded, and what its script does.

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::Deserialize;

use super::deploy::{Deployment, Fault, Stage, examine};
use super::{CauseId, Facts, Kind, SecretArn, Stop, Verdict};
use crate::account::Need;
use crate::i18n::Text;
use crate::msg;

/// AWS takes user data with and without padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);
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
    /// Where the image has pnpm and pm2.
    pub tools: String,
    /// Region of the secret.
    pub region: String,
}

/// User data that isn't a script that runs.
#[derive(Clone, Debug, PartialEq)]
enum Unusable {
    NotBase64,
    NotText,
    EncodedTwice,
    NoShebang(String),
}

impl Kind for UserData {
    fn needs(&self) -> Vec<Need> {
        vec![Need::LaunchTemplate(self.template.clone())]
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
        let script = match script(encoded) {
            Ok(script) => script,
            Err(unusable) => return Ok(unusable.verdict()),
        };
        if !is_shell(&script) {
            return Ok(Verdict::manual(msg!(user_data_other_language), msg!(user_data_other_language_fix)));
        }
        let account = &facts.snapshot.identity.seen()?.account;
        Ok(match examine(&script, &self.deployment()) {
            Err(fault) => self.fault_verdict(&fault),
            Ok(None) => Verdict::manual(msg!(user_data_secret_computed), msg!(user_data_secret_computed_fix)),
            Ok(Some(arn)) => self.judge_secret(&arn, account),
        })
    }
}

impl UserData {
    fn deployment(&self) -> Deployment<'_> {
        Deployment {
            archive: &self.archive,
            folder: &self.folder,
            key: &self.key,
            home: &self.home,
            tools: &self.tools,
        }
    }

    fn judge_secret(&self, arn: &str, account: &str) -> Verdict {
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
        Verdict::passed(msg!(user_data_actual, arn = arn))
    }

    fn fault_verdict(&self, fault: &Fault) -> Verdict {
        let actual = fault.text(&self.key);
        let cause = actual.clone();
        Verdict::failed(actual, self.fix(fault)).because(fault.cause(), cause)
    }

    fn fix(&self, fault: &Fault) -> Text {
        match fault {
            Fault::NothingFetched | Fault::OtherFetched(_) => msg!(user_data_archive_fix, archive = &self.archive),
            Fault::NotUnpacked(_) => msg!(user_data_not_unpacked_fix),
            Fault::NoEnv | Fault::EnvElsewhere { .. } | Fault::EnvTooEarly => {
                msg!(user_data_env_fix, key = &self.key, folder = &self.folder)
            }
            Fault::Undone(_) | Fault::Elsewhere(..) => msg!(user_data_stage_fix, folder = &self.folder),
            Fault::NoHome(..) => msg!(user_data_home_fix, home = &self.home),
            Fault::NotFound(..) => msg!(user_data_tool_fix, tools = &self.tools),
        }
    }
}

impl Fault {
    fn text(&self, key: &str) -> Text {
        match self {
            Self::NothingFetched => msg!(user_data_not_fetched),
            Self::OtherFetched(found) => msg!(user_data_other_fetched, found = known(found)),
            Self::NotUnpacked(file) => msg!(user_data_not_unpacked, file = known(file)),
            Self::NoEnv => msg!(user_data_no_env, key = key),
            Self::EnvElsewhere { found, wanted } => {
                msg!(user_data_env_elsewhere, found = known(found), wanted = known(wanted))
            }
            Self::EnvTooEarly => msg!(user_data_env_early),
            Self::Undone(stage) => msg!(user_data_undone, stage = stage.text()),
            Self::Elsewhere(stage, found) => msg!(user_data_elsewhere, stage = stage.text(), found = known(found)),
            Self::NoHome(stage, None) => msg!(user_data_no_home, stage = stage.text()),
            Self::NoHome(stage, Some(found)) => {
                msg!(user_data_wrong_home, stage = stage.text(), found = known(found))
            }
            Self::NotFound(stage, program) => msg!(user_data_tool, stage = stage.text(), program = known(program)),
        }
    }

    /// Part of the public contract.
    fn cause(&self) -> CauseId {
        match self {
            Self::NothingFetched | Self::OtherFetched(_) => CauseId::UserDataNoArchive,
            Self::NotUnpacked(_) => CauseId::UserDataNotUnpacked,
            Self::NoEnv => CauseId::UserDataNoEnv,
            Self::EnvElsewhere { .. } | Self::EnvTooEarly => CauseId::UserDataEnvElsewhere,
            Self::Undone(Stage::Install) => CauseId::UserDataNoInstall,
            Self::Undone(Stage::Build) => CauseId::UserDataNoBuild,
            Self::Undone(Stage::Start) => CauseId::UserDataNoStart,
            Self::Elsewhere(..) => CauseId::UserDataWrongFolder,
            Self::NoHome(..) => CauseId::UserDataNoHome,
            Self::NotFound(..) => CauseId::AppToolMissing,
        }
    }
}

impl Stage {
    fn text(self) -> Text {
        match self {
            Self::Install => msg!(user_data_stage_install),
            Self::Build => msg!(user_data_stage_build),
            Self::Start => msg!(user_data_stage_start),
        }
    }
}

impl Unusable {
    fn verdict(&self) -> Verdict {
        let fix = msg!(user_data_encoding_fix);
        match self {
            Self::NotBase64 | Self::NotText => Verdict::failed(msg!(user_data_not_text), fix)
                .because(CauseId::UserDataEncoding, msg!(cause_user_data_not_text)),
            Self::EncodedTwice => Verdict::failed(msg!(user_data_encoded_twice), fix)
                .because(CauseId::UserDataEncoding, msg!(cause_user_data_encoded_twice)),
            Self::NoShebang(first) => {
                Verdict::failed(msg!(user_data_no_shebang, found = first), msg!(user_data_no_shebang_fix))
                    .because(CauseId::UserDataNoShebang, msg!(cause_user_data_no_shebang))
            }
        }
    }
}

/// A string for people, with what only a run could tell shown as an ellipsis of dots.
fn known(text: &str) -> String {
    text.replace(super::script::UNKNOWN, "...")
}

/// What user data stands for; none where it isn't base64.
#[must_use]
pub fn decode(encoded: &str) -> Option<Vec<u8>> {
    let dense: String = encoded.chars().filter(|character| !character.is_whitespace()).collect();
    BASE64.decode(dense).ok()
}

/// The script that user data stands for.
fn script(encoded: &str) -> Result<String, Unusable> {
    let bytes = decode(encoded).ok_or(Unusable::NotBase64)?;
    let text = String::from_utf8(bytes).map_err(|_| Unusable::NotText)?;
    if text.starts_with("#!") {
        return Ok(text);
    }
    if decode(&text).is_some_and(|inner| inner.trim_ascii_start().starts_with(b"#!")) {
        return Err(Unusable::EncodedTwice);
    }
    Err(Unusable::NoShebang(beginning(&text)))
}

/// The beginning of the first line: enough to recognise it, and nothing that it may assign.
fn beginning(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take_while(|character| *character != '=').take(24).collect()
}

/// What stands in the place of an ARN. Somebody may have put the secret itself there, which is never shown.
fn shown(value: &str) -> &str {
    let mark = value.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let is_mark =
        mark.is_some_and(|mark| mark.chars().all(|character| character.is_ascii_alphabetic() || character == '_'));
    if value.starts_with("arn:") || is_mark { value } else { "***" }
}

/// Whether the script's first line names a shell.
fn is_shell(script: &str) -> bool {
    let first = script.lines().next().unwrap_or_default().trim_start_matches("#!");
    first
        .split_whitespace()
        .any(|word| matches!(word.rsplit('/').next().unwrap_or(word), "sh" | "bash" | "dash" | "zsh" | "ksh"))
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
        let Some(Ok(script)) = template.user_data.as_deref().map(script) else {
            return Ok(Verdict::skipped(msg!(what_user_data)));
        };
        if script.contains("\r\n") {
            return Ok(Verdict::failed(msg!(line_ends_windows), msg!(line_ends_fix))
                .because(CauseId::UserDataLineEnds, msg!(cause_user_data_line_ends)));
        }
        Ok(Verdict::passed(msg!(line_ends_plain)))
    }
}

#[cfg(test)]
mod tests {
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
        assert_eq!(script(&BASE64.encode("PASSWORD=hunter2\n")), Err(Unusable::NoShebang("PASSWORD".into())));
    }

    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", "123456789012", false; "a sample number that is the learner's own")]
    #[test_case("arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-AbCdEf", "418602573914", true; "a sample number")]
    #[test_case("arn:aws:secretsmanager:us-east-1:418602573914:secret:shop-AbCdEf", "418602573914", false; "a real one")]
    fn placeholders(arn: &str, own_account: &str, expected: bool) {
        assert_eq!(is_placeholder(arn, own_account), expected);
    }
}
