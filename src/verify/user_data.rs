//! User data of the launch template: how it is encoded, and what its script does.

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde::Deserialize;

use super::deploy::{Deployment, Fault, Stage, examine};
use super::{Facts, Kind, Stop, Verdict};
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
const SAMPLE_ACCOUNTS: [&str; 4] = ["123456789012", "111122223333", "000000000000", "111111111111"];

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
                .because("user-data-missing", msg!(cause_user_data_missing)));
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
            return failed(msg!(user_data_placeholder, arn = arn))
                .because("user-data-placeholder", msg!(cause_user_data_placeholder));
        }
        match arn.splitn(7, ':').collect::<Vec<_>>().as_slice() {
            ["arn", partition, "secretsmanager", region, owner, "secret", name]
                if partition.starts_with("aws") && !name.is_empty() =>
            {
                if *owner != account {
                    return failed(msg!(user_data_secret_account, arn = arn, found = *owner, wanted = account))
                        .because("user-data-secret-account", msg!(cause_user_data_secret_account));
                }
                if *region != self.region {
                    return failed(msg!(user_data_secret_region, arn = arn, found = *region, wanted = &self.region))
                        .because("user-data-secret-region", msg!(cause_user_data_secret_region));
                }
                Verdict::passed(msg!(user_data_actual, arn = arn))
            }
            _ => failed(msg!(user_data_secret_malformed, found = arn))
                .because("user-data-secret-malformed", msg!(cause_user_data_secret_malformed)),
        }
    }

    fn fault_verdict(&self, fault: &Fault) -> Verdict {
        let failed = |actual: Text, fix: Text, id: &'static str| {
            let cause = actual.clone();
            Verdict::failed(actual, fix).because(id, cause)
        };
        let archive_fix = msg!(user_data_archive_fix, archive = &self.archive);
        let env_fix = msg!(user_data_env_fix, key = &self.key, folder = &self.folder);
        match fault {
            Fault::NothingFetched => failed(msg!(user_data_not_fetched), archive_fix, "user-data-no-archive"),
            Fault::OtherFetched(found) => {
                failed(msg!(user_data_other_fetched, found = found), archive_fix, "user-data-no-archive")
            }
            Fault::NotUnpacked(file) => failed(
                msg!(user_data_not_unpacked, file = known(file)),
                msg!(user_data_not_unpacked_fix),
                "user-data-not-unpacked",
            ),
            Fault::NoEnv => failed(msg!(user_data_no_env, key = &self.key), env_fix, "user-data-no-env"),
            Fault::EnvElsewhere { found, wanted } => failed(
                msg!(user_data_env_elsewhere, found = known(found), wanted = known(wanted)),
                env_fix,
                "user-data-env-elsewhere",
            ),
            Fault::EnvTooEarly => failed(msg!(user_data_env_early), env_fix, "user-data-env-elsewhere"),
            Fault::Undone(stage) => {
                let id = match stage {
                    Stage::Install => "user-data-no-install",
                    Stage::Build => "user-data-no-build",
                    Stage::Start => "user-data-no-start",
                };
                failed(msg!(user_data_undone, stage = stage.text()), self.stage_fix(), id)
            }
            Fault::Elsewhere(stage, found) => failed(
                msg!(user_data_elsewhere, stage = stage.text(), found = known(found)),
                self.stage_fix(),
                "user-data-wrong-folder",
            ),
            Fault::NoHome(stage, None) => failed(
                msg!(user_data_no_home, stage = stage.text()),
                msg!(user_data_home_fix, home = &self.home),
                "user-data-no-home",
            ),
            Fault::NoHome(stage, Some(found)) => failed(
                msg!(user_data_wrong_home, stage = stage.text(), found = known(found)),
                msg!(user_data_home_fix, home = &self.home),
                "user-data-no-home",
            ),
            Fault::NotFound(stage, program) => failed(
                msg!(user_data_tool, stage = stage.text(), program = known(program)),
                msg!(user_data_tool_fix, tools = &self.tools),
                "app-tool-missing",
            ),
        }
    }

    fn stage_fix(&self) -> Text {
        msg!(user_data_stage_fix, folder = &self.folder)
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
                .because("user-data-encoding", msg!(cause_user_data_not_text)),
            Self::EncodedTwice => Verdict::failed(msg!(user_data_encoded_twice), fix)
                .because("user-data-encoding", msg!(cause_user_data_encoded_twice)),
            Self::NoShebang(first) => {
                Verdict::failed(msg!(user_data_no_shebang, found = first), msg!(user_data_no_shebang_fix))
                    .because("user-data-no-shebang", msg!(cause_user_data_no_shebang))
            }
        }
    }
}

/// A string for people, with what only a run could tell shown as an ellipsis of dots.
fn known(text: &str) -> String {
    text.replace(super::script::UNKNOWN, "...")
}

fn decode(encoded: &str) -> Option<Vec<u8>> {
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
    Err(Unusable::NoShebang(text.lines().next().unwrap_or_default().chars().take(60).collect()))
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
                .because("user-data-line-ends", msg!(cause_user_data_line_ends)));
        }
        Ok(Verdict::passed(msg!(line_ends_plain)))
    }
}
