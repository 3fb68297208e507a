//! Boot logs as data (`tests/findings/boot_logs.toml`): what an instance printed, and the cause that is read from it.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::verify::CauseId;
use serde::Deserialize;
use serde_json::json;

use super::catalogue::{check, report, show};
use super::{base, path};

/// The member of the group in the finished account.
const MEMBER: &str = "i-0a5900000000000a1";
/// What is said of an instance that is made rightly and doesn't serve, where its log tells nothing.
const UNTOLD: CauseId = CauseId::AppNotStarted;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    log: Vec<Log>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Log {
    name: String,
    text: String,
    /// The id of the cause; `none` where the log shows no failure.
    cause: String,
    /// What the line that is shown contains.
    shows: Option<String>,
    /// Whether the instance was launched with a script that doesn't say where it is, unlike the lesson's.
    #[serde(default)]
    other_script: bool,
}

impl Log {
    fn fault(&self) -> Option<String> {
        let mut account = base("finished");
        show("refused", &mut account);
        if self.other_script {
            let data = path::find(&mut account, "launch_template.user_data");
            let script = String::from_utf8(STANDARD.decode(data.as_str().unwrap()).unwrap()).unwrap();
            *data = STANDARD.encode(script.replace("echo \"ec-site: ", "true \"")).into();
        }
        account["boot_logs"] = json!({ MEMBER: { "seen": { "text": self.text, "at": null } } });
        let report = report(&account);
        let checked = check(&report, "4-3/healthy");
        let Some(found) = &checked.diagnosis else { return Some("no cause at all".into()) };
        let localizer = Localizer::new(Language::En);
        let evidence: Vec<String> = found.evidence.iter().map(|text| localizer.say(text)).collect();
        let line = evidence.iter().find(|text| text.starts_with("The boot log of"));
        match (self.cause.as_str(), line) {
            ("none", None) => (found.cause.id != UNTOLD).then(|| format!("{} without a line", found.cause.id)),
            ("none", Some(line)) => Some(format!("{} by {line}", found.cause.id)),
            (wanted, None) => Some(format!("no {wanted}: nothing is read from it")),
            (wanted, Some(_)) if wanted != found.cause.id.as_str() => {
                Some(format!("{} in place of {wanted}", found.cause.id))
            }
            (_, Some(line)) => {
                let shown = self.shows.as_ref().is_none_or(|shows| line.contains(shows));
                (!shown || found.repair.is_empty()).then(|| format!("{line}, {} repairs", found.repair.len()))
            }
        }
    }
}

fn logs() -> Vec<Log> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings/boot_logs.toml");
    let file: File = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap_or_else(|error| panic!("{error}"));
    file.log
}

/// The causes that the logs show.
pub fn named() -> Vec<CauseId> {
    logs().iter().filter_map(|log| serde_json::from_value(log.cause.as_str().into()).ok()).collect()
}

#[test]
fn every_boot_log_is_read_rightly() {
    let logs = logs();
    let faults: Vec<String> = logs.iter().filter_map(|log| Some(format!("{}: {}", log.name, log.fault()?))).collect();
    assert!(faults.is_empty(), "{} of {} are misread\n{}", faults.len(), logs.len(), faults.join("\n"));
}
