//! Verdicts on a folder of scripts of which real bash has told the truth: `scripts/` and `truth.tsv` in the folder that `CORPUS` names.
//!
//! `CORPUS=DIR cargo test -p ec-site-tutor-core --lib user_data::corpus -- --ignored --nocapture` prints the matrix.

use std::collections::BTreeMap;
use std::path::PathBuf;

use base64::Engine as _;

use super::{BASE64, UserData};
use crate::verify::Status;

/// The account of the scripts' secrets.
const ACCOUNT: &str = "123456789012";

fn wanted() -> UserData {
    UserData {
        template: "ec-site-launch-template".into(),
        archive:
            "s3://tenarai-blueprint-sample-code-983911888049-us-east-1/ec-site-tenarai-sample/ecommerce-app-v1.zip"
                .into(),
        folder: "ecommerce-app-v1".into(),
        key: "AURORA_SECRET_ARN".into(),
        home: "/root".into(),
        tools: "/root/.local/share/pnpm".into(),
        region: "us-east-1".into(),
    }
}

#[test]
#[ignore = "needs a folder of scripts, by CORPUS"]
fn no_verdict_contradicts_what_bash_did() {
    let folder = PathBuf::from(std::env::var("CORPUS").unwrap());
    let truths = std::fs::read_to_string(folder.join("truth.tsv")).unwrap();
    let mut matrix = BTreeMap::new();
    let mut failed_wrongly = Vec::new();
    for line in truths.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let script = std::fs::read(folder.join("scripts").join(columns[0])).unwrap();
        let status = wanted().judge_script(&BASE64.encode(script), ACCOUNT).status;
        *matrix.entry((columns[3], format!("{status:?}"))).or_insert(0) += 1;
        match (columns[3], status) {
            ("deploys", Status::Passed) | ("not", Status::Failed) => {}
            ("deploys", Status::Failed) => failed_wrongly.push(columns[0]),
            _ => println!("{} {status:?}: {}", columns[3], columns[0]),
        }
    }
    println!("{matrix:#?}");
    assert_eq!(failed_wrongly, Vec::<&str>::new());
}
