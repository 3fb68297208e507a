//! User data as learners write it (`tests/findings/learner_scripts/`), and what must be said of it in both languages.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ec_site_tutor_core::i18n::{Language, Localizer};
use ec_site_tutor_core::verify::{CauseId, Status};
use serde::Deserialize;

use super::catalogue::{check, report};
use super::{base, path};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    script: Vec<Script>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    file: String,
    status: Status,
    cause: Option<CauseId>,
    /// Words of what was found, in English.
    en: Option<String>,
    /// Words of what was found, in Japanese.
    ja: Option<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

impl Script {
    fn fault(&self) -> Option<String> {
        let text = fs::read(folder().join("learner_scripts").join(&self.file)).unwrap();
        let mut account = base("finished");
        *path::find(&mut account, "launch_template.user_data") = STANDARD.encode(text).into();
        let report = report(&account);
        let judged = check(&report, "3-1/user-data");
        let cause = judged.verdict.cause.as_ref().map(|cause| cause.id);
        let said = |language| Localizer::new(language).say(&judged.verdict.actual);
        let is_said =
            |language, wanted: &Option<String>| wanted.as_ref().is_none_or(|words| said(language).contains(words));
        let right = judged.verdict.status == self.status
            && cause == self.cause
            && is_said(Language::En, &self.en)
            && is_said(Language::Ja, &self.ja);
        let found = || format!("{}: {:?} {cause:?}", self.file, judged.verdict.status);
        (!right).then(|| format!("{} {} {}", found(), said(Language::En), said(Language::Ja)))
    }
}

#[test]
fn what_learners_write_is_judged_as_bash_runs_it() {
    let file: File = toml::from_str(&fs::read_to_string(folder().join("learner_scripts.toml")).unwrap()).unwrap();
    assert_eq!(file.script.len(), fs::read_dir(folder().join("learner_scripts")).unwrap().count());
    let faults: Vec<String> = file.script.iter().filter_map(Script::fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
