//! Scripts of which real bash has told the truth: `scripts/` and `truth.tsv` in one folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use ec_site_tutor_core::verify::Status;

use super::judge::judge;

/// A verdict, and what bash did.
struct Case {
    file: String,
    deploys: bool,
    /// Whether the record says that only a run can tell.
    open: bool,
    status: Status,
    said: String,
}

impl Case {
    fn is_wrong(&self) -> bool {
        match self.status {
            Status::Passed => !self.deploys,
            Status::Failed => self.deploys,
            _ => false,
        }
    }

    /// Whether the verdict is right, and a doubt only where the record has one.
    fn is_as_recorded(&self) -> bool {
        !self.is_wrong() && self.open == (self.status == Status::Manual)
    }
}

/// Judges every script of a folder. The columns of `truth.tsv` are file, class, tools, truth, and `open` where
/// it is known that the script can't be followed.
fn cases(folder: &Path) -> Vec<Case> {
    let truths = fs::read_to_string(folder.join("truth.tsv")).expect("a folder with truth.tsv");
    let lines = truths.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let script = fs::read(folder.join("scripts").join(columns[0])).expect("a script");
            let (status, said) = judge(&script);
            Case {
                file: columns[0].to_owned(),
                deploys: columns[3] == "deploys",
                open: columns.get(4) == Some(&"open"),
                status,
                said,
            }
        })
        .collect()
}

/// Prints how verdicts and truths meet, and each that isn't right.
pub fn matrix(folder: &Path) {
    let mut matrix: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let cases = cases(folder);
    for case in &cases {
        let truth = if case.deploys { "deploys" } else { "doesn't deploy" };
        *matrix.entry((truth, format!("{:?}", case.status))).or_default() += 1;
        let is_right = case.status == if case.deploys { Status::Passed } else { Status::Failed };
        if !is_right {
            println!("{}: {truth}, {:?}: {}", case.file, case.status, case.said);
        }
    }
    for ((truth, status), count) in matrix {
        println!("{truth}, {status}: {count}");
    }
}

/// What `cargo test` does: the project's own scripts, recorded in the sandbox.
pub fn no_verdict_contradicts_the_record() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differential/recorded");
    let cases = cases(&folder);
    assert!(cases.len() >= 150, "the record is whole");
    let wrong: Vec<_> =
        cases.iter().filter(|case| !case.is_as_recorded()).map(|case| (&case.file, case.status, &case.said)).collect();
    assert!(
        wrong.is_empty(),
        "bash did something else, or a script isn't followed any longer, or is by now: {wrong:#?}"
    );
    let open = cases.iter().filter(|case| case.open).count();
    assert!(open * 20 <= cases.len(), "more than one in twenty can't be followed");
    println!(
        "differential: {} recorded scripts judged, none against what bash did, {} not followed",
        cases.len(),
        open
    );
}
