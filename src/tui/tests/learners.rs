//! User data as learners write it (`crates/core/tests/findings/learner_scripts/`), judged in the tutor in both languages.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::*;
use crate::report::word;
use crate::verify::Status;

/// The account whose secret the scripts name, and which the tutor's tests have for another.
const LEARNER: &str = "418602573914";

#[derive(Deserialize)]
struct File {
    script: Vec<Script>,
}

#[derive(Deserialize)]
struct Script {
    file: String,
    status: Status,
    en: Option<String>,
    ja: Option<String>,
}

fn findings() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/core/tests/findings")
}

/// A finished lab with this user data in its template.
fn account(file: &str) -> Snapshot {
    let script = fs::read_to_string(findings().join("learner_scripts").join(file)).unwrap();
    let finished = include_str!("../../../crates/core/tests/scenarios/base/finished.json").replace(LEARNER, ACCOUNT);
    let mut snapshot: Snapshot = serde_json::from_str(&finished).unwrap();
    if let Area::Seen(Some(template)) = &mut snapshot.launch_template {
        template.user_data = Some(STANDARD.encode(script.replace(LEARNER, ACCOUNT)));
    }
    snapshot
}

/// What step 3-1 shows of it, without blanks, which depend on where lines are broken.
fn shown(file: &str, language: Language) -> String {
    let passed = ["preflight", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4"];
    let mut tutor = Tutor::settled(language, 120, 200, &passed);
    tutor.keys("Enter Enter");
    let number = tutor.running();
    tutor.read(number, account(file));
    dense(&tutor.screen())
}

fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn each_is_told_with_its_line_and_reason() {
    let file: File = toml::from_str(&fs::read_to_string(findings().join("learner_scripts.toml")).unwrap()).unwrap();
    for script in &file.script {
        for (language, words) in [(Language::En, &script.en), (Language::Ja, &script.ja)] {
            let screen = shown(&script.file, language);
            let status = dense(&Localizer::new(language).say(&word(script.status)));
            assert!(screen.contains(&status), "{}: {screen}", script.file);
            assert!(words.as_ref().is_none_or(|words| screen.contains(&dense(words))), "{}: {screen}", script.file);
        }
    }
}

#[test]
fn what_cannot_be_followed_is_told_with_five_lines_to_compare_with() {
    for (language, last) in [(Language::En, "5.Inthatfolder,runpm2start"), (Language::Ja, "5.そのフォルダーでpm2start")]
    {
        let screen = shown("08-script-from-elsewhere.sh", language);
        assert!(screen.contains(last), "{screen}");
        let screen = shown("04-env-in-home.sh", language);
        assert!(!screen.contains(last), "what is proven needs no comparing: {screen}");
    }
}
