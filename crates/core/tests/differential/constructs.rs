//! Pieces of bash with what they print (`constructs.toml`), recorded from bash 5.2 and the GNU programs. A script that goes
//! on where a piece printed this must pass, one that goes on where it printed something else must fail: a piece that is
//! recorded is followed, and never a doubt.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use ec_site_tutor_core::verify::Status;
use serde::Deserialize;

use super::judge::judge;
use super::script::{ARN, BUCKET, KEY};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: Vec<Topic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    name: String,
    construct: Vec<Construct>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Construct {
    /// The commands.
    bash: String,
    /// What they print, without the last line end.
    prints: String,
}

impl Construct {
    /// The commands, so that `got` holds what they print.
    fn probe(&self) -> String {
        format!("probe() {{\n{}\n}}\ngot=$(probe)\n", self.bash)
    }

    /// A script that deploys the shop where the commands print `wanted`.
    fn script(&self, wanted: &str) -> String {
        let wanted = wanted.replace('\'', "'\\''");
        let probe = self.probe();
        format!(
            "#!/bin/bash\nexport HOME=/root PATH=/root/.local/share/pnpm:/root/.local/share/pnpm/bin:$PATH\nmkdir /tmp/probe\ncd /tmp/probe\n\
             {probe}[ \"$got\" = '{wanted}' ] || exit 1\ncd /root\naws s3 cp s3://{BUCKET}/{KEY} app.zip\nunzip -o app.zip\n\
             cd ecommerce-app-v1\necho AURORA_SECRET_ARN={ARN} > .env\npnpm install\npnpm build\npm2 start\n"
        )
    }

    fn fault(&self) -> Option<String> {
        let (right, said) = judge(self.script(&self.prints).as_bytes());
        let (wrong, said_of_wrong) = judge(self.script(&format!("{}.", self.prints)).as_bytes());
        let bash = &self.bash;
        match (right, wrong) {
            (Status::Passed, Status::Failed) => None,
            (Status::Passed, _) => Some(format!("{bash}\n    also where it prints something else: {said_of_wrong}")),
            _ => Some(format!("{bash}\n    {said}")),
        }
    }

    /// What bash prints, where that isn't what is recorded.
    fn other_output(&self) -> Option<String> {
        let folder = tempfile::tempdir().expect("a folder");
        let script = format!("{}printf %s \"$got\"", self.probe());
        let mut bash = Command::new("bash");
        bash.env_clear().env("HOME", "/root").env("PATH", "/usr/bin:/bin").env("LANG", "C.UTF-8");
        let output = bash.args(["-c", &script]).current_dir(folder.path()).output().expect("bash");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        (printed != self.prints).then(|| format!("{}\n    prints {printed:?}", self.bash))
    }
}

fn constructs() -> Vec<Construct> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differential/constructs.toml");
    let file: File = toml::from_str(&fs::read_to_string(path).expect("the constructs")).expect("constructs as TOML");
    assert!(file.topic.iter().all(|topic| !topic.name.is_empty()), "a topic has a name");
    file.topic.into_iter().flat_map(|topic| topic.construct).collect()
}

/// What `cargo test` does.
pub fn every_construct_is_followed() {
    let constructs = constructs();
    let faults: Vec<String> = constructs.iter().filter_map(Construct::fault).collect();
    assert!(faults.is_empty(), "{} of {} are misread\n{}", faults.len(), constructs.len(), faults.join("\n"));
    println!("differential: {} recorded constructs followed", constructs.len());
}

/// Compares the record with what bash prints here.
pub fn by_bash() {
    let faults: Vec<String> = constructs().iter().filter_map(Construct::other_output).collect();
    assert!(faults.is_empty(), "bash prints something else:\n{}", faults.join("\n"));
}
