//! What the program says of itself: its lesson's snippets, and what it must be allowed.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

use super::program;

/// A command or script of the lesson in English, with some values of the learner's own.
pub fn snippet(name: &str, values: &[(&str, &str)]) -> String {
    let home = tempfile::tempdir().expect("a temporary folder");
    set_values(&home.path().join(".config"), values);
    said(home.path(), &["snippet", name, "--lang", "en"])
}

/// Writes values of the learner's own into the settings in the folder for configuration.
pub fn set_values(configuration: &Path, values: &[(&str, impl Display)]) {
    let folder = configuration.join("ec-site-tutor");
    fs::create_dir_all(&folder).expect("a temporary folder takes folders");
    let lines: Vec<String> = values.iter().map(|(name, value)| format!("{name} = \"{value}\"\n")).collect();
    fs::write(folder.join("config.toml"), format!("[values]\n{}", lines.concat())).expect("and files");
}

/// The actions that the policy which the program prints allows for anything, such as `ec2:DescribeVpcs`. Asked once a
/// test process.
pub fn allowed_actions() -> &'static BTreeSet<String> {
    static ALLOWED: OnceLock<BTreeSet<String>> = OnceLock::new();
    ALLOWED.get_or_init(|| {
        let home = tempfile::tempdir().expect("a temporary folder");
        let policy: Value = serde_json::from_str(&said(home.path(), &["policy"])).expect("a policy in JSON");
        let statements = policy["Statement"].as_array().expect("statements").iter();
        let actions = statements.flat_map(|statement| statement["Action"].as_array().expect("actions"));
        let named = actions.map(|action| action.as_str().expect("a name").to_owned());
        // AWS tells everybody who they are, whatever their policies say.
        named.chain(["sts:GetCallerIdentity".to_owned()]).collect()
    })
}

/// What the program prints in this home, without a complaint.
fn said(home: &Path, arguments: &[&str]) -> String {
    let output = Command::new(program()).args(arguments).env_clear().env("HOME", home).output();
    let output = output.expect("the program starts");
    assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}
